package bankassistant.ui.audit;

import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.record.Facts;
import bankassistant.audit.record.RecordFormat;
import bankassistant.identity.IdentityEvent;
import bankassistant.identity.Permission;
import bankassistant.identity.Role;
import bankassistant.ui.shell.Messages;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records in words. */
final class RecordWords {

    private static final String ENROLLED = IdentityEvent.Kind.USER_ENROLLED.name().toLowerCase(Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final Pattern ABBREVIATIONS = Pattern.compile("\\b(aba|atm|iban|pin|ssn|us)\\b");
    private static final int PER_CENT = 100;

    private final Messages messages;
    private final ZoneId zone;
    private final RecordFormat format = new RecordFormat();

    RecordWords(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** All kinds there are, as records name them. */
    static List<String> kinds() {
        return Arrays.stream(Entry.class.getAnnotation(JsonSubTypes.class).value()).map(JsonSubTypes.Type::name)
                .toList();
    }

    String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    String clock(Instant time) {
        return CLOCK.format(time.atZone(zone));
    }

    String day(Instant time) {
        return DAY.format(time.atZone(zone));
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    String kind(String name) {
        return or("audit.kind." + name, name);
    }

    /** {@code lost_or_stolen_card} becomes {@code Lost or stolen card}. */
    String intent(String name) {
        return sentence(name);
    }

    String user(AuditRecord record) {
        return record.who().isEmpty()
                ? messages
                        .text(record.entry() instanceof Entry.SignInFailed ? "audit.user.unknown" : "audit.user.system")
                : record.user();
    }

    String role(Role role) {
        return sentence(role.name());
    }

    String scope(Entry.Meaning meaning) {
        return messages.text("audit.scope." + meaning.inScope());
    }

    String form(Entry.Answer answer) {
        return answer.outcome() == Entry.Outcome.GIVEN
                ? or("audit.form." + answer.form(), answer.form())
                : messages.text("audit.outcome." + answer.outcome().name().toLowerCase(Locale.ROOT));
    }

    String stage(String name) {
        return or("audit.stage." + name, name);
    }

    /** A type of personal data: {@code CREDIT_CARD} becomes {@code Credit card}. */
    String pii(String type) {
        return sentence(type);
    }

    String proof(Optional<Proof> proof) {
        return proof.map(known -> messages.text(known.standing().key())).orElseGet(
                () -> messages.text("audit.proof.checking"));
    }

    /** What a record says, in one line. */
    String summary(AuditRecord record) {
        String said = said(record);
        return record.happened().map(time -> messages.text("audit.belated", said, time(time))).orElse(said);
    }

    private String said(AuditRecord record) {
        return switch (record.entry()) {
            case Entry.Question question -> question.text();
            case Entry.Answer answer -> answer.text().isEmpty() ? form(answer) : answer.text();
            case Entry.UserChanged change -> change(change, record);
            case Entry.SignInFailed failed -> failed.name().equals(IdentityEvent.UNKNOWN)
                    ? messages.text("audit.act.sign_in_failed.unknown", failed.times())
                    : messages.text("audit.act.sign_in_failed", failed.name(), failed.times());
            case Entry.SettingsChanged change ->
                messages.text("audit.act.settings_changed", sentence(change.setting()), change.from(), change.to());
            case Entry.RecordViewed viewed ->
                messages.text("audit.act.record_viewed", viewed.count(), viewed.first());
            case Entry.RecordsListed listed ->
                listed.query().equals("all") ? messages.text("audit.act.records_listed.all") : listed.query();
            case Entry.Refused refused ->
                messages.text("audit.act.refused", permission(refused.tried()), refused.times());
            // what the detail tells is for no reader of the list
            case Entry.SignIn _ -> "";
            default -> inOneLine(record);
        };
    }

    /** What a permission allows; its name where this version does not know it. */
    private static String permission(String name) {
        return Stream.of(Permission.values()).filter(each -> each.name().equalsIgnoreCase(name)).map(Permission::words)
                .findAny().orElse(name);
    }

    private String change(Entry.UserChanged change, AuditRecord record) {
        // nobody lets an administrator in; who enrols under their own name otherwise had the recovery key
        String alone = change.change().equals(ENROLLED) && change.by().equals(change.name())
                ? change.role().equals(Optional.of(Role.ADMINISTRATOR)) ? ".alone" : ".recovery"
                : "";
        try {
            return messages.text("audit.change." + change.change() + alone, change.name(), change.by());
        } catch (MissingResourceException e) {
            return inOneLine(record);
        }
    }

    private String inOneLine(AuditRecord record) {
        return facts(record).entrySet().stream().map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining(", "));
    }

    String policies(AuditRecord record) {
        return Facts.policies(record.entry()).collect(Collectors.joining(", "));
    }

    /** What a record of an act holds, name by name. */
    Map<String, String> facts(AuditRecord record) {
        Map<String, String> facts = new LinkedHashMap<>();
        format.json(record).path("entry").properties().stream().filter(field -> !field.getKey().equals("kind"))
                .forEach(field -> facts.put(sentence(words(field.getKey())), value(field.getValue())));
        return facts;
    }

    private static String value(JsonNode node) {
        if (node.isObject()) {
            return new TreeMap<>(node.properties().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().asText()))).entrySet()
                    .stream().map(field -> field.getKey() + " " + field.getValue()).collect(Collectors.joining("\n"));
        }
        if (node.isArray()) {
            return node.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
        }
        return node.asText();
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("([a-z])([A-Z])", "$1 $2");
    }

    private static String sentence(String name) {
        String words = ABBREVIATIONS.matcher(name.toLowerCase(Locale.ROOT).replace('_', ' ').strip())
                .replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static long percent(Entry.Meaning meaning) {
        return Math.round(meaning.confidenceE4() / (double) PER_CENT);
    }

    /** What is filtered by, each filter in words. */
    List<String> filters(RecordFilter filter, Choices choices) {
        return FilterChip.of(filter, this, messages, choices).stream().map(FilterChip::words).toList();
    }

    String time(TimeRange range) {
        return switch (range) {
            case TimeRange.Always _ -> messages.text("audit.filter.time.always");
            case TimeRange.LastDays last -> messages.text("audit.filter.time.days", last.days());
            case TimeRange.Between between when between.last().isEmpty() ->
                messages.text("audit.filter.time.since", between.first().map(this::day).orElse(""));
            case TimeRange.Between between when between.first().isEmpty() ->
                messages.text("audit.filter.time.until", day(between.last().get()));
            case TimeRange.Between between ->
                messages.text("audit.filter.time.between", day(between.first().get()), day(between.last().get()));
        };
    }

    private String or(String key, String name) {
        try {
            return messages.text(key);
        } catch (MissingResourceException e) {
            return sentence(name);
        }
    }
}
