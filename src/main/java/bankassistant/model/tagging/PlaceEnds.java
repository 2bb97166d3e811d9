package bankassistant.model.tagging;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the network takes for a name's beginning or end and is none: titles, and small words that join it to the sentence. */
final class PlaceEnds {

    private static final Set<String> SMALL = Set.of("and", "or", "is", "was", "are", "at", "in", "on", "for", "with",
            "from", "by", "to", "as", "who", "my", "his", "her", "your", "our");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor", "sir",
            "madam", "ma'am", "rev", "reverend", "officer", "sgt", "sergeant", "capt", "captain", "judge", "uncle",
            "aunt", "auntie", "grandpa", "grandma", "cust", "customer", "client", "attn", "cc", "dear", "hi", "hello",
            "hey", "sr", "sra", "herr", "hr", "frau", "monsieur", "madame", "señor", "señora", "coach", "senator",
            "nurse");

    /** What a form or a greeting says where others say a name. */
    private static final Set<String> NO_NAMES = Set.of("hi", "hello", "hey", "team", "tel", "phone", "email", "fax",
            "ssn", "itin",
            "ein", "aba", "iban", "bic", "dob", "dl", "zip", "pin", "cvv", "atm", "id", "sir", "madam", "dear",
            "thanks",
            "regards", "cheers", "subject", "re", "fwd", "everyone", "all", "folks", "guys", "support", "mom", "dad");

    private final String text;
    private final String type;

    PlaceEnds(String text, String type) {
        this.text = text;
        this.type = type;
    }

    /** Whether a place's first word stands before the name, and more follows it. */
    boolean isBefore(List<Word> place) {
        String word = lower(place.getFirst());
        boolean more = place.stream().skip(1).anyMatch(other -> other.isWord(text));
        if (!place.getFirst().isWord(text)) {
            return true;
        }
        return more && (SMALL.contains(word) || type.equals("PERSON") && TITLES.contains(word)
                || type.equals("ORGANIZATION") && word.equals("the"));
    }

    /** Whether a place's last word stands behind the name; "IN" and "OR" end an address as states. */
    boolean isBehind(Word last) {
        return SMALL.contains(lower(last)) && !(type.equals("STREET_ADDRESS") && isState(last));
    }

    private boolean isState(Word word) {
        return Character.isUpperCase(text.charAt(word.start()))
                || text.substring(0, word.start()).stripTrailing().endsWith(",");
    }

    /** Whether a place is no name: a single small letter, as in "can u tell him", a greeting or an abbreviation. */
    boolean isNone(List<Word> place) {
        Word word = place.getFirst();
        if (place.size() == 1 && word.end() - word.start() == 1 && Character.isLowerCase(text.charAt(word.start()))) {
            return true;
        }
        String letters = text.substring(word.start(), place.getLast().end()).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]", "");
        return NO_NAMES.contains(letters);
    }

    private String lower(Word word) {
        return text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
    }
}
