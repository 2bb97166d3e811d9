package bankassistant.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Replies to messages that ask nothing of a bank. */
final class SmallTalk {

    private static final String FILLER = "(?:[\\s,!.]+(?:there|all|team|everyone|again|assistant|bot|buddy|friend|so much|very much|a lot"
            + "|a bunch|for (?:your|the) help|for that|now|today|then|for now))*";
    /** Before a remark on the dialogue. */
    private static final String REGRET = "(?:(?:no|sorry|wait|oops|hm+)[\\s,.]+)*";
    /** By kind, in the order in which they are tried. */
    private static final Map<String, Pattern> KINDS = kinds();

    /** What tells the kind of small talk in words of its own, by kind, in the order in which they are tried. */
    private static final Map<String, Pattern> SIGNS = signs();

    private final Properties replies = new Properties();

    SmallTalk() {
        try (InputStream resource = SmallTalk.class.getResourceAsStream("replies.properties")) {
            replies.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException("the application was packaged without its replies", e);
        }
    }

    private static Map<String, Pattern> kinds() {
        Map<String, Pattern> kinds = new LinkedHashMap<>();
        kinds.put("capabilities",
                whole("(?:so |and )?(?:what (?:all )?(?:can|could) (?:you|u) (?:do|help(?: me)?(?: with)?|answer)"
                        + "|what (?:can|could|should|may) i ask(?: you)?(?: about)?|how (?:can|could) you help(?: me)?|what do you do"
                        + "|what are you (?:able to do|good at|for)|help|what (?:questions|topics) (?:can|do) you answer"
                        + "|what are your (?:capabilities|functions|features))(?: for me| here| exactly)*"));
        kinds.put("identity",
                whole("(?:so )?(?:who|what) (?:are|r) (?:you|u)|what(?:'s| is) your name|are you (?:an? )?"
                        + "(?:real )?(?:bot|robot|human|person|ai|machine|computer|program|chatbot|real)(?: or .{1,20})?"
                        + "|am i (?:talking|speaking|chatting) (?:to|with) an? .{1,30}"));
        kinds.put("well_being",
                whole("(?:(?:hi|hello|hey)[\\s,!.]+)?(?:(?:and )?how (?:are|r) (?:you|u|things)(?: doing| going)?"
                        + "|how(?:'s| is) it going|how do you do|how have you been|how(?:'s| is) your day(?: going)?|what's up|sup)"));
        kinds.put("thanks",
                whole("(?:ok(?:ay)?|great|perfect|cool|nice|good|awesome|that(?:'s| is) all|alright|no)?[\\s,!.]*"
                        + "(?:thanks|thank you|thx|ty|cheers|many thanks|much appreciated|i appreciate it|appreciated)"));
        kinds.put("goodbye",
                whole("(?:ok(?:ay)?[\\s,!.]+)?(?:bye|bye bye|goodbye|good bye|see you(?: later| soon)?|see ya|farewell"
                        + "|good night|take care|have a (?:good|nice|great) (?:day|one|evening|weekend|night))"));
        kinds.put("apology", whole("(?:i'm |i am |so )*(?:sorry|my bad|my mistake|never ?mind|no worries|apologies)"));
        kinds.put("stop",
                whole("(?:please )?(?:stop(?: talking)?|quit|abort|shut (?:up|down)|be quiet|start (?:over|again)|go back)"
                        + "(?: please)?"));
        kinds.put("misunderstood",
                whole(REGRET
                        + "(?:(?:that|this|it)(?:'s| is| was)(?: not|n't) (?:what i (?:asked|meant|said|wanted)(?: for)?"
                        + "|my question|(?:the|an) (?:right |correct )?answer(?: i (?:asked for|wanted))?)"
                        + "|you(?: have|'ve)? (?:misunderstood|got me wrong)(?: me| my question| that)?"
                        + "|you (?:don't|didn't|did not) (?:understand|get)(?: me| my question)|wrong answer|i meant something else"
                        + "|(?:that|this) (?:doesn't|does not|didn't) answer my question)"));
        kinds.put("repeat",
                whole(REGRET + "(?:(?:please |can you |could you )*(?:repeat|say) (?:that|your (?:last )?answer)"
                        + "(?: again| once more| one more time| please)*|what did you (?:just )?say|come again"
                        + "|i (?:don't|didn't|can't|do not|did not|cannot) (?:get|understand|follow|catch) (?:you|that|your answer)"
                        + "|(?:please )?rephrase that)"));
        kinds.put("greeting",
                whole("(?:hi|hello|hey|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|hi hi|hey hey)"));
        return kinds;
    }

    private static Map<String, Pattern> signs() {
        Map<String, Pattern> signs = new LinkedHashMap<>();
        signs.put("thanks",
                sign("thank\\w*|thx|tysm|ty|cheers|appreciat\\w+|grateful|great|perfect|excellent|awesome|brilliant"
                        + "|well done|good (?:bot|job|work)|love it|helpful|helped"));
        signs.put("goodbye",
                sign("bye|goodbye|see you|farewell|ttyl|gotta go|have to go|i'm (?:off|done|leaving)|good ?night"
                        + "|that(?:'s| is| will be) all|nothing else|later"));
        signs.put("identity",
                sign("(?:who|what) (?:are|r) you|your name|you (?:an? )?(?:real|human|bot|robot|person|ai|machine)"
                        + "|(?:made|built|created|trained) you|how old are you|where are you from|work for"));
        signs.put("well_being",
                sign("how are you|how(?:'s| is) it going|how(?:'s| is) your|you doing|what's up|wassup"));
        signs.put("capabilities",
                sign("you (?:do|help|answer|cover|know|handle|speak|able|provide)|purpose|can i ask|tool for"
                        + "|should i (?:ask|phrase)|questions?|topics?|subjects?|capab\\w+|abilit\\w+|help"));
        signs.put("apology", sign("sorry|apolog\\w+|my bad|my mistake|never ?mind|no problem|no worries"));
        signs.put("greeting",
                sign("hi+|hello|hey|hiya|howdy|greetings|welcome|good (?:morning|afternoon|evening|day)|morning|evening"
                        + "|nice to meet|happy|i'm back"));
        return signs;
    }

    private static Pattern sign(String words) {
        return Pattern.compile("(?<!\\w)(?:" + words + ")(?!\\w)", Pattern.CASE_INSENSITIVE);
    }

    private static Pattern whole(String regex) {
        return Pattern.compile("\\W*(?:" + regex + ")" + FILLER + "\\W*", Pattern.CASE_INSENSITIVE);
    }

    /** The reply to a text that is nothing but a set phrase of small talk; empty for any other text. */
    Optional<String> replyTo(String text) {
        return KINDS.entrySet().stream().filter(kind -> kind.getValue().matcher(text).matches()).findFirst()
                .map(kind -> replies.getProperty(kind.getKey()));
    }

    /** The reply to small talk in words of its own: by the first sign of its kind, else a general one. */
    String replyToAny(String text) {
        return SIGNS.entrySet().stream().filter(sign -> sign.getValue().matcher(text).find()).findFirst()
                .map(sign -> replies.getProperty(sign.getKey())).orElse(replies.getProperty("other"));
    }

    /** What asks for the meaning of a vague message. */
    String vague() {
        return replies.getProperty("vague");
    }
}
