package bankassistant.app;

import bankassistant.audit.AuditLog;
import bankassistant.audit.record.Entry;
import bankassistant.chat.Answer;
import bankassistant.chat.Citation;
import bankassistant.chat.Details;
import bankassistant.chat.Recorder;
import bankassistant.identity.SignedIn;
import bankassistant.policy.PolicyLibrary;
import bankassistant.policy.Policy;
import bankassistant.privacy.MaskedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the records of a conversation's turns in the audit log. */
final class AuditRecorder implements Recorder {

    private static final double TEN_THOUSANDTHS = 1e4;

    private final Supplier<AuditLog> log;
    private final Supplier<SignedIn> who;
    private final Supplier<PolicyLibrary> policies;
    private final Map<String, String> models;

    /**
     * @param log      open now
     * @param who      is signed in now
     * @param policies as they are now
     * @param models   SHA-256 of the model's and the adapters' files, by name
     */
    AuditRecorder(Supplier<AuditLog> log, Supplier<SignedIn> who, Supplier<PolicyLibrary> policies,
            Map<String, String> models) {
        this.log = log;
        this.who = who;
        this.policies = policies;
        this.models = Map.copyOf(models);
    }

    @Override
    public long question(String conversation, String turn, MaskedText question, Optional<Details.Meaning> meaning) {
        return append(Entry.Question.of(conversation, turn, question, meaning.map(AuditRecorder::meaning)));
    }

    @Override
    public long answer(long question, Answer answer) {
        Details details = answer.details();
        return append(new Entry.Answer(question, Entry.Outcome.GIVEN, answer.kind(), answer.text(),
                details.meaning().map(AuditRecorder::meaning), answer.citations().stream().map(this::source).toList(),
                Optional.of(checks(details.checks())), timings(details.timings()), models, details.promptTokens(),
                details.answerTokens(), Optional.empty()));
    }

    @Override
    public long unanswered(long question, End end, String code) {
        Entry.Outcome outcome = switch (end) {
            case STOPPED -> Entry.Outcome.STOPPED;
            case FAILED -> Entry.Outcome.FAILED;
        };
        return append(new Entry.Answer(question, outcome, "", "", Optional.empty(), List.of(), Optional.empty(),
                Map.of(), models, 0, 0, Optional.of(code).filter(text -> !text.isEmpty())));
    }

    private long append(Entry entry) {
        return log.get().append(Optional.of(who.get()), entry).sequence();
    }

    private static Entry.Meaning meaning(Details.Meaning meaning) {
        return new Entry.Meaning(meaning.inScope(), meaning.topic().map(Details.Topic::intent),
                meaning.topic().map(topic -> (int) Math.round(topic.confidence() * TEN_THOUSANDTHS)).orElse(0));
    }

    private Entry.Source source(Citation citation) {
        String hash = Optional.ofNullable(policies.get()).flatMap(library -> library.policies().stream()
                .filter(policy -> policy.id().equals(citation.policy())
                        && policy.version().equals(citation.version()))
                .findAny()).map(Policy::sha256).orElse("");
        return new Entry.Source(citation.policy(), citation.section(), citation.version(), hash);
    }

    private static Entry.Checks checks(Details.Checks checks) {
        return new Entry.Checks(checks.written(), checks.figuresCarried(), checks.figuresInvented(), checks.faults());
    }

    private static Map<String, Long> timings(Details.Timings timings) {
        Map<String, Long> microseconds = new LinkedHashMap<>();
        Map.of("mask", timings.mask(), "understand", timings.understand(), "find", timings.find(), "first_token",
                timings.firstToken(), "write", timings.write(), "check", timings.check(), "record", timings.record(),
                "total", timings.total())
                .forEach((stage, millis) -> microseconds.put(stage, Math.round(millis * 1000)));
        return microseconds;
    }
}
