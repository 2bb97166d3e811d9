package bankassistant.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Companies that their legal form gives away, written with capitals: "Kuhn-Ward Ltd", "Gebr\u00FCder Wagner OHG", "Lee and Sons". */
final class CompanyRecognizer implements Recognizer {

    private static final String WORD = "\\p{Lu}[\\p{L}\\d'\u2019&-]{0,30}";
    private static final String FORM = "(?:LLC|L\\.L\\.C\\.|Inc|Incorporated|Ltd|Limited|LLP|PLLC|PLC|plc|Corp|Corporation|GmbH(?: & Co\\. KG)?"
            + "|AG|OHG|KG|UG|S\\.A\\.|SARL|SAS|S\\.?p\\.?A|S\\.?r\\.?l|B\\.?V|N\\.V|A/S|ApS|Oy|K\\.K|Pty\\.? Ltd|Pvt\\.? Ltd"
            + "|(?:and|&) (?:Sons|Daughters|Brothers|Bros|Partners|Associates|Co)|Bros)";
    private static final Pattern COMPANY = Pattern.compile("(?<![\\p{L}\\d'\u2019-])(?<value>" + WORD
            + "(?: (?:& |and )?" + WORD
            + "){0,4}?,? " + FORM
            + "(?![\\p{L}\\d-])(?:,? (?:LLC|Inc|Ltd|LLP|PLLC|PLC|Corp)(?![\\p{L}\\d-]))?(?:\\.(?=,|\\)| \\p{Ll}))?)");
    /** Begin a sentence and no company's name. */
    private static final Set<String> NO_NAMES = Set.of("the", "a", "an", "at", "in", "on", "for", "from", "to", "with",
            "by", "and", "but",
            "or", "if", "is", "was", "does", "did", "has", "have", "can", "could", "will", "would", "why", "when",
            "how", "who",
            "what", "where", "my", "our", "your", "his", "her", "their", "i", "we", "he", "she", "they", "this", "that",
            "dear",
            "call", "contact", "ask", "tell", "pay", "send", "of", "as", "per", "re", "attn", "hi", "hello", "please",
            "both",
            "vendor", "supplier", "employer", "client", "customer", "company", "tenant", "landlord", "thanks",
            "regards");
    private static final Pattern SPACE = Pattern.compile(" ");

    @Override
    public List<Candidate> find(String text) {
        return COMPANY.matcher(text).results().filter(match -> begin(match) < match.group().lastIndexOf(' '))
                .map(match -> new Candidate(match.start() + begin(match), match.end(), Candidate.Kind.ORGANIZATION,
                        match.group().substring(begin(match)).toLowerCase(Locale.ROOT).replaceAll("[\\s,.]+", " ")
                                .strip(),
                        Candidate.SHAPED))
                .toList();
    }

    /** Where the name begins, behind words that are none. */
    private static int begin(MatchResult match) {
        String company = match.group();
        int begin = 0;
        for (String word : SPACE.split(company)) {
            if (!NO_NAMES.contains(word.toLowerCase(Locale.ROOT).replace(",", ""))) {
                return begin;
            }
            begin += word.length() + 1;
        }
        return company.length();
    }
}
