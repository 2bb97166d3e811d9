package bankassistant.privacy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One-time codes and passcodes: digits, or letters with digits, named as such or sent to someone. */
final class OneTimeCodeRecognizer implements Recognizer {

    private static final String NAMES = "otp|totp|tan|one[- ]time (?:pass)?(?:code|word|pin|passcode|password)|pass\\s?code"
            + "|(?:verification|authenti?cation|authorization|authorisation|auth|confirmation|access|activation|log-?in|sign-?in"
            + "|sms|text|2fa|mfa|two[- ]factor|6[- ]digit|six[- ]digit|temporary|recovery|unlock|reset|secret) (?:code|passcode|pin)"
            + "|(?:2fa|mfa|security token|token code)";
    private static final String VALUE = "\\d{4,10}|\\d{3}[ -]\\d{3,4}|\\d{2}(?:[ -]\\d{2}){2,3}|[A-Z]{1,3}-\\d{4,8}"
            + "|(?=[A-Z]{0,9}\\d)(?=\\d{0,9}[A-Z])[A-Z\\d]{5,10}";
    // "the code they texted me is 123456", "code: 123456"
    private static final Pattern SENT = Pattern
            .compile("(?i)(?<![\\p{L}\\d])codes?(?:\\s{1,3}(?!is\\b|was\\b)[\\p{L}']{1,12}){0,6}"
                    + "\\s{0,3}(?:\\s(?:is|was|says|reads)|[:=])\\s{0,3}[\"'\u201c]?(?<value>\\d{4,8}|\\d{3}[ -]\\d{3})(?![\\p{L}\\d])");

    // "I got the code 123456": an error or a promotion has a code as well, but nobody gets or enters that
    private static final Pattern GOT = Pattern.compile(
            "(?i)(?<![\\p{L}\\d])(?:got|get|received|sent|texted|entered|enter|typed|used?|tried)(?:\\s(?:me|us|him|her))?"
                    + "(?:\\s(?:the|a|this|my|your|that))?(?:\\scode\\s{1,2}|\\s(?=\\d{3}[ -]?\\d{1,5}\\s(?:as|for) (?:the|a|my) code))(?<value>\\d{4,8}|\\d{3}[ -]\\d{3})(?![\\p{L}\\d])");

    private final Named named = Named.of(Candidate.Kind.ONE_TIME_CODE, NAMES, VALUE);
    private final Named sent = new Named(List.of(SENT, GOT), Candidate.Kind.ONE_TIME_CODE, _ -> true, Named::plain);

    @Override
    public List<Candidate> find(String text) {
        return Stream.of(named, sent).flatMap(recognizer -> recognizer.find(text).stream()).toList();
    }
}
