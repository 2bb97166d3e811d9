package bankassistant.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Web addresses that tell of a person: with a query, a user's part, a profile's path, or a long number or a mail address in
 * the path. A bank's site and its pages stay readable.
 */
final class UrlRecognizer implements Recognizer {

    private static final Pattern ADDRESS = Pattern
            .compile("(?i)(?<![\\p{L}\\d@.-])(?<value>(?:(?:(?:https?|ftp)://|www\\.)[^\\s\uFFFF<>\"']{1,2000}"
                    + "|(?:[\\p{L}\\d-]{1,63}\\.){1,8}(?:com|org|net|info|biz)(?![\\p{L}\\d.@:/?-])"
                    + "|(?:[\\p{L}\\d-]{1,63}\\.){1,8}(?:com|org|net|me|app|io|co|us|uk|gov|edu|info|bank|ly|de|fr|eu|biz|dev|site|online)"
                    + "(?::\\d{2,5})?[/?][^\\s\uFFFF<>\"']{1,2000}))(?<![.,;:!?)\\]}])");
    private static final Pattern PERSONAL = Pattern
            .compile("(?i)[?&#;][^\\s=&]{1,60}=[^\\s&]|//[^/@\\s]{1,200}@|/~\\p{L}|/\\d{6,}(?=[/?#]|$)|@[\\p{L}\\d]|%40"
                    + "|/(?:u|user|users|profile|profiles|people|in|me|member|members|account|accounts|customer|customers|client|id|pay|signup|reset|verify|token)/[^/\\s]{2,}"
                    + "|(?:facebook|instagram|twitter|x|tiktok|venmo|paypal|cash|t|wa|linkedin)\\.(?:com|me|app)/[\\p{L}\\d.$_-]{2,}");

    private static final Pattern HOST = Pattern.compile("(?i)(?:[a-z]{3,5}://)?(?:[\\p{L}\\d-]+\\.)*?([\\p{L}\\d-]+)"
            + "\\.(?:(?:co|com|org|gov|ac)\\.[a-z]{2}|[\\p{L}\\d-]+)(?=[/:?#]|$).*");
    private static final Pattern AUTHORITY = Pattern
            .compile("(?i)(?:[a-z]{3,5}://)?[^/?#:]*\\.(?:gov|mil|edu)(?:[/:?#].*)?");
    /** Pages that everybody knows name nobody; any other may be somebody's own. */
    private static final Set<String> WELL_KNOWN = Set.of("larkmere", "larkmerebank", "chase", "wellsfargo",
            "bankofamerica", "citi", "citibank",
            "capitalone", "usbank", "pnc", "truist", "ally", "discover", "americanexpress", "amex", "visa",
            "mastercard",
            "paypal", "venmo", "zelle", "zellepay", "cash", "stripe", "square", "plaid", "wise", "revolut",
            "westernunion",
            "moneygram", "coinbase", "robinhood", "fidelity", "vanguard", "schwab", "equifax", "experian", "transunion",
            "annualcreditreport", "creditkarma", "amazon", "ebay", "apple", "google", "microsoft", "netflix", "spotify",
            "walmart", "target", "costco", "bestbuy", "uber", "lyft", "doordash", "airbnb", "booking", "expedia",
            "facebook",
            "instagram", "twitter", "youtube", "tiktok", "linkedin", "whatsapp", "wikipedia", "yahoo", "gmail",
            "outlook",
            "hotmail", "icloud", "usps", "ups", "fedex", "dhl", "turbotax", "intuit", "irs", "fdic", "allpointnetwork");

    private final Named named = new Named(List.of(ADDRESS), Candidate.Kind.URL,
            value -> PERSONAL.matcher(value).find() || !isWellKnown(value), value -> value);

    private static boolean isWellKnown(String address) {
        Matcher host = HOST.matcher(address);
        return AUTHORITY.matcher(address).matches()
                || host.matches() && WELL_KNOWN.contains(host.group(1).toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Candidate> find(String text) {
        return named.find(text).stream().map(found -> new Candidate(found.start(), found.end(), found.kind(),
                found.normalized(), Candidate.CHECKED)).toList();
    }
}
