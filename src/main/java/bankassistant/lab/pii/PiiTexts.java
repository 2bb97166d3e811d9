package bankassistant.lab.pii;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes messages of customers and tellers from templates: a seed makes always the same ones.
 *
 * <p>In a template {@code [a|b]} is one of some words and <code>{list}</code> a template of that list. These are made here, the first
 * ones marked: {@code person, full, given, family, initials} (PERSON), {@code address, anywhere, street, streetname, pobox, zip}
 * (STREET_ADDRESS), {@code company} (ORGANIZATION), {@code town, amount, date, digits, masked, phone, email, url}.
 */
final class PiiTexts {

    static final String PERSON = "PERSON";
    static final String ADDRESS = "STREET_ADDRESS";
    static final String ORGANIZATION = "ORGANIZATION";

    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}|\\[([^\\[\\]]*)]");
    /** What a person asks: now and then a real question takes its place. */
    private static final String QUESTION_LIST = "ineed";
    private static final double REAL_QUESTIONS = 0.35;

    private final Templates templates;
    private final List<String> questions;
    private final Random random;
    private final NameLists lists;
    private final People people;
    private final Places places;
    private final Values values;
    private final double misspelt;

    /**
     * @param questions real ones without names, may be empty
     * @param misspelt  share of messages with misspelt words
     */
    PiiTexts(Templates templates, NameLists lists, List<String> questions, Values values, double misspelt,
            Random random) {
        this.templates = templates;
        this.lists = lists;
        this.questions = questions;
        this.values = values;
        this.misspelt = misspelt;
        this.random = random;
        people = new People(lists, random);
        places = new Places(lists, random);
    }

    /** A message of a list of templates, as its writer typed it. */
    Pieces message(String list) {
        return expanded(pick(templates.list(list)));
    }

    /** A real question about somebody else: "my card" becomes "Maria's card". */
    Pieces aboutSomebodyElse(String question) {
        Matcher mine = Pattern.compile("(?i)\\bmy\\b").matcher(question);
        Pieces pieces = new Pieces();
        int copied = 0;
        boolean first = true;
        while (mine.find() && (first || random.nextDouble() < 0.3)) {
            pieces.add(question.substring(copied, mine.start()), null).add(people.any(), PERSON)
                    .add(random.nextDouble() < 0.9 ? "'s" : "’s", null);
            copied = mine.end();
            first = false;
        }
        return pieces.add(question.substring(copied), null);
    }

    private Pieces expanded(String template) {
        Pieces pieces = new Pieces();
        Matcher slot = SLOT.matcher(template);
        int copied = 0;
        while (slot.find()) {
            addPlain(pieces, template.substring(copied, slot.start()));
            if (slot.group(2) != null) {
                String[] choices = slot.group(2).split("\\|", -1);
                pieces.addAll(expanded(choices[random.nextInt(choices.length)]));
            } else {
                pieces.addAll(filled(slot.group(1), template));
            }
            copied = slot.end();
        }
        addPlain(pieces, template.substring(copied));
        return pieces;
    }

    private static void addPlain(Pieces pieces, String text) {
        int letters = 0;
        while (pieces.endsMarked() && letters < text.length() && Character.isLetter(text.charAt(letters))) {
            letters++;
        }
        if (letters > 0) {
            pieces.addTail(text.substring(0, letters));
        }
        pieces.add(text.substring(letters), null);
    }

    private Pieces filled(String slot, String template) {
        return switch (slot) {
            case "person" -> marked(people.any(), PERSON);
            case "full" -> marked(people.full(template.contains(":") && template.indexOf("{full}") == template
                    .lastIndexOf("{full}")), PERSON);
            case "given" -> marked(people.given(), PERSON);
            case "family" -> marked(people.family(), PERSON);
            case "initials" -> marked(people.initials(), PERSON);
            case "address" -> marked(places.address(), ADDRESS);
            case "anywhere" -> marked(places.anywhere(), ADDRESS);
            case "street" -> marked(places.house(), ADDRESS);
            case "streetname" -> marked(places.streetName(), ADDRESS);
            case "pobox" -> marked(places.box(), ADDRESS);
            case "company" -> marked(company(), ORGANIZATION);
            case "town" -> plain(lists.any("towns", random));
            case "zip" -> marked(places.zip(), ADDRESS);
            case "amount" -> plain(values.amount());
            case "date" -> plain(values.date());
            case "digits" -> plain("" + (1 + random.nextInt(9_999)));
            case "masked" -> plain(values.masked());
            case "phone" -> plain(values.phone());
            case "email" -> plain(values.email(people.given(), people.family()));
            case "url" -> plain(values.url(people.family()));
            case QUESTION_LIST -> random.nextDouble() < REAL_QUESTIONS && !questions.isEmpty()
                    ? plain(pick(questions))
                    : expanded(pick(templates.list(slot)));
            default -> expanded(pick(templates.list(slot)));
        };
    }

    private String company() {
        return random.nextBoolean()
                ? lists.any("companies", random)
                : expanded(pick(templates.list("firm"))).plain();
    }

    /** A message as it might have been typed in a hurry. */
    Pieces typed(Pieces message) {
        if (random.nextDouble() < 0.15) {
            message.mapPlain(text -> text.replaceAll("[.,!?]", ""));
        }
        if (random.nextDouble() < misspelt) {
            message.mapPlain(text -> text.contains("[") ? text : misspelt(text));
        }
        double kind = random.nextDouble();
        // placeholders are the masker's own: nobody types them otherwise
        boolean asIs = kind > 0.45 || message.plain().contains("[");
        return asIs ? message : kind < 0.35 ? message.lowerCase() : message.upperCase();
    }

    private String misspelt(String text) {
        List<Integer> inside = new ArrayList<>();
        for (int i = 2; i + 1 < text.length(); i++) {
            if (Character.isLetter(text.charAt(i - 2)) && Character.isLetter(text.charAt(i - 1))
                    && Character.isLetter(text.charAt(i)) && Character.isLetter(text.charAt(i + 1))) {
                inside.add(i);
            }
        }
        if (inside.isEmpty()) {
            return text;
        }
        int at = inside.get(random.nextInt(inside.size()));
        return random.nextBoolean()
                ? text.substring(0, at) + text.substring(at + 1)
                : text.substring(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.substring(at + 1);
    }

    private static Pieces marked(String text, String type) {
        return new Pieces().add(text, type);
    }

    static Pieces plain(String text) {
        return new Pieces().add(text, null);
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
