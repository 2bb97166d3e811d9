package bankassistant.understanding;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises attempts to give the assistant other orders or another role by their words. A second line behind the scope
 * head: whoever words it differently passes here and meets the head.
 */
final class RoleChange {

    /** What separates turns in the prompts of language models. */
    static final Pattern SPECIAL_TOKEN = Pattern.compile(
            "<\\|[^|<>]{1,40}\\|>|</?s>|\\[/?INST]|<</?SYS>>|\\[\\s*system\\s*]|#{2,}\\s*(?:new |end |system )*"
                    + "(?:instructions?|system|response|prompt|task)\\b|</?(?:system|assistant|user|context)>|\"role\"\\s*:",
            Pattern.CASE_INSENSITIVE);

    private static final List<Pattern> PATTERNS = List.of(
            pattern("^\\W*(?:system|assistant|developer|new instructions?)\\s*:"),
            pattern("\\b(?:ignor|disregard|forget|overrid|bypass)(?:e|ing)?\\b(?:\\W+\\w+){0,4}?\\W+"
                    + "(?:all|any|previous|prior|above|earlier|your|system|initial|original|these|those)\\W+(?:\\w+\\W+){0,3}?"
                    + "(?:instruct(?:ions?|ed)|prompts?|guidelines?|restrictions?|training|programming|directives?|orders)\\b"),
            pattern("\\b(?:ignore|disregard|forget|break) (?:all |any |the )?(?:your |previous |prior |earlier )(?:rules?|role)\\b"),
            pattern("\\b(?:forget|ignore|disregard) (?:everything|anything|what|all)\\b.{0,20}\\b(?:told|said|above|before)\\b"),
            pattern("(?:^|[.!?,:;]\\s*|\\band |\\bso )you(?:'re| are) now (?:an? |in |my |the |going to be |no longer |free )"),
            pattern("\\byou(?:'re| are) no longer (?:an? )?(?:bank|assistant|bound|restricted)"),
            pattern("\\b(?:pretend|imagine|act like|behave as if|behave like)(?: that)? (?:to be|you(?:'re| are| were|r)|you have no)\\b"),
            pattern("\\brole-?\\s?play"),
            pattern("(?:^|[.!?,:;]\\s*|\\bplease |\\bnow )act (?:as|like) (?:an?|if|my|the)\\b"),
            pattern("\\b(?:jailbreak|jailbroken|do anything now|dan mode|developer mode|god mode|sudo mode|unrestricted mode)\\b"),
            pattern("\\b(?:reveal|show|print|repeat|output|display|tell me|what(?:'s| is| are| was| were))\\b.{0,40}\\b"
                    + "(?:system prompt|(?:your|the) (?:system |initial |hidden |secret |original )*(?:prompt|instructions) (?:above|verbatim|you)"
                    + "|your (?:system |initial |hidden |secret |original )*(?:prompt|instructions))"),
            pattern("\\bfrom now on,? (?:you|answer|respond|reply|speak|talk|act)\\b"),
            pattern("\\b(?:drop|disable|remove|turn off|without|no) (?:all |any |the |your )*(?:filters?|guardrails|restrictions)\\b"),
            pattern("\\bas dan\\b"), pattern("\\bstop being (?:an? )?(?:bank|assistant)"));

    private RoleChange() {}

    static boolean isAttempted(String text) {
        return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    }
}
