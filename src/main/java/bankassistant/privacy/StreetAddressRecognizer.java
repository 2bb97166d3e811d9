package bankassistant.privacy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Street addresses by their form: house number, name and street word ("12 Elm St, Apt 4"), with the city, state and ZIP code
 * that follow; post office boxes; the forms of German, French, Spanish and Italian streets.
 */
final class StreetAddressRecognizer implements Recognizer {

    /** These say nothing but street. */
    private static final String CLEAR = "street|str|st|avenue|ave|av|road|rd|boulevard|blvd|lane|ln|drive|dr|terrace|terr|parkway|pkwy|highway|hwy"
            + "|crescent|cres|turnpike|tpke|cul-de-sac|expressway|expy|freeway|fwy|broadway|alley|aly|causeway|cswy|sq|cir|ct|pl";
    /** These say other things as well, so the name must be written with capitals or something of an address must follow. */
    private static final String UNCLEAR = "way|court|place|circle|square|trail|trl|loop|run|pass|path|park|plaza|plz|point|pt|row|walk|ridge|hill|heights|gardens|close|mews|grove"
            + "|green|cove|bend|crossing|landing|bluff|creek|manor|estates|village|vista|view|valley|meadow|meadows|glen|hollow|harbor|station|route|rte|county road|state route";
    private static final String NUMBER = "\\d{1,6}(?:-\\d{1,4})?(?:[A-Za-z]|\\s?1/2)?";
    private static final String COMPASS = "(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\\.?";
    private static final String WORD = "(?!(?:the|a|an|my|your|his|her|their|our|on|in|at|of|to|for|and|or|by|with|from|is|are|was|days?|weeks?|months?|years?"
            + "|hours?|minutes?|times?|dollars?|usd|euros?|cards?|payments?|transactions?|accounts?|checks?|cents|percent|other|more|different|new|old|per|this|that|no)(?![\\p{L}]))"
            + "[\\p{L}\\d][\\p{L}\\d.'\u2019-]{0,30}";
    private static final String CAPITAL = "(?:(?-i:\\p{Lu})[\\p{L}.'\u2019-]{0,30}|\\d{1,3}(?:st|nd|rd|th))";
    private static final String UNIT = "(?:,?\\s{1,2}(?:(?:apt|apartment|unit|suite|ste|floor|fl|room|rm|building|bldg|lot|trailer|trlr)\\.?\\s{0,2}#?\\s{0,2}[A-Za-z\\d-]{1,6}|#\\s?[A-Za-z\\d-]{1,6}))";
    private static final String STATES = "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI"
            + "|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR|GU|VI|AE|AP|AA";
    private static final String STATE_NAMES = "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas"
            + "|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York"
            + "|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington"
            + "|West Virginia|Wisconsin|Wyoming";
    static final String STATE = "(?:(?-i:" + STATES + ")|" + STATE_NAMES + ")";
    static final String ZIP = "\\d{5}(?:-\\d{4})?(?!\\d)";
    static final String CITY = "(?:(?-i:\\p{Lu})[\\p{L}.'\u2019-]{1,30}(?:\\s(?-i:\\p{Lu})[\\p{L}.'\u2019-]{0,30}){0,3})";
    private static final String LOWER_STATE = "(?:" + STATES.toLowerCase(Locale.ROOT) + ")";
    static final String TAIL = "(?:(?:,\\s{0,3}|\\s{0,2}\\n\\s{0,3}|\\s{1,2}(?:in\\s)?)" + CITY + ",?\\s{1,3}" + STATE
            + "(?![\\p{L}])(?:,?\\s{1,3}" + ZIP + ")?"
            + "|,?\\s{1,3}(?:[\\p{L}.'\u2019-]{2,30}\\s?){1,3},?\\s{1,3}(?:" + STATE + "|" + LOWER_STATE + "),?\\s{1,3}"
            + ZIP
            + "|,?\\s{1,3}" + ZIP + ")";

    private static final Pattern CLEAR_STREET = Pattern
            .compile("(?i)(?<![\\p{L}\\d.,$/-])(?<value>" + NUMBER + ",?\\s{1,3}(?:"
                    + COMPASS + "\\s{1,2})?(?:" + WORD + "\\s{1,2}){1,4}(?:" + CLEAR + ")\\.?(?:\\s{1,2}" + COMPASS
                    + ")?(?![\\p{L}\\d])" + UNIT + "{0,2}" + TAIL + "?)");
    private static final Pattern UNCLEAR_STREET = Pattern
            .compile("(?i)(?<![\\p{L}\\d.,$/-])(?<value>" + NUMBER + ",?\\s{1,3}(?:"
                    + COMPASS + "\\s{1,2})?(?:(?:" + CAPITAL
                    + "\\s{1,2}){1,4}(?-i:\\p{Lu})(?<=[^\\p{L}]\\p{Lu})(?<!\\p{L}\\p{Lu})\\p{L}{1,15}(?<=(?:\\s(?:"
                    + UNCLEAR + ")))"
                    + "(?![\\p{L}\\d])" + UNIT + "{0,2}" + TAIL + "?|(?:" + WORD + "\\s{1,2}){1,4}(?:" + UNCLEAR
                    + ")(?![\\p{L}\\d])(?:" + UNIT + TAIL + "?|" + TAIL + ")))");
    private static final Pattern BOX = Pattern.compile(
            "(?i)(?<![\\p{L}\\d])(?<value>(?:p\\.?\\s?o\\.?\\s?|post(?:al)?(?: office)? )box\\s{0,2}#?\\s{0,2}\\d{1,7}"
                    + TAIL + "?)");
    private static final Pattern ABROAD = Pattern.compile(
            "(?i)(?<![\\p{L}\\d])(?<value>\\p{L}[\\p{L}.-]{0,40}(?:stra\u00DFe|strasse|str\\.|gasse|platz|allee|damm|weg|straat|gatan|vej)\\s{1,2}\\d{1,4}\\s?[a-z]?(?![\\p{L}\\d])"
                    + "|\\d{1,4}(?:\\s?(?:bis|ter))?,?\\s{1,2}(?:rue|avenue|boulevard|place|chemin|impasse|all\u00E9e|quai|route)\\s{1,2}(?:(?:de|du|des|la|le|les|l'|d')\\s{0,2}){0,3}(?-i:\\p{Lu})[\\p{L}'-]{1,30}(?:\\s(?-i:\\p{Lu})[\\p{L}'-]{1,30}){0,2}"
                    + "|(?:calle|avenida|avda\\.?|carrera|paseo|plaza|via|viale|piazza|corso|rua|travessa|ulica|ul\\.)\\s{1,2}(?:(?:de|del|di|da|do|la|las|los|della)\\s{1,2}){0,3}(?-i:\\p{Lu})[\\p{L}'-]{1,30}(?:\\s(?-i:\\p{Lu})[\\p{L}'-]{1,30}){0,2},?\\s{1,2}(?:n[.\u00BAo]?\\s?)?\\d{1,5}(?![\\p{L}\\d]))");

    /** The armed forces' own post offices. */
    private static final Pattern FORCES = Pattern.compile(
            "(?i)(?<![\\p{L}\\d])(?<value>(?:(?:psc|cmr|unit)\\s{1,2}\\d{1,5},?\\s{1,3}box\\s{1,2}\\d{1,5}|us(?:s|ns|cgc)\\s{1,2}\\p{L}{1,20}(?:\\s\\p{L}{1,20})?)"
                    + "(?:,?\\s{1,3}[afd]po,?\\s{1,2}a[aep](?![\\p{L}]),?(?:\\s{1,2}" + ZIP + ")?))");

    private final Named named = new Named(List.of(CLEAR_STREET, UNCLEAR_STREET, BOX, ABROAD, FORCES),
            Candidate.Kind.STREET_ADDRESS, _ -> true, Named::plain);

    @Override
    public List<Candidate> find(String text) {
        // long rows of numbers alone would take long
        return text.codePoints().anyMatch(Character::isLetter) ? named.find(text) : List.of();
    }
}
