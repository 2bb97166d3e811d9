package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.chat.Answer;
import bankassistant.chat.Chat;
import bankassistant.chat.Conversation;
import bankassistant.chat.StageEvent;
import bankassistant.lab.EvidenceEvaluation;
import bankassistant.lab.IntentEvaluation;
import bankassistant.lab.LabelledSpans;
import bankassistant.lab.LabelledText;
import bankassistant.lab.Mistake;
import bankassistant.lab.MistakeFile;
import bankassistant.lab.PiiEvaluation;
import bankassistant.lab.Reliability;
import bankassistant.lab.ReliabilityDiagram;
import bankassistant.lab.RetrievalEvaluation;
import bankassistant.lab.ScopeEvaluation;
import bankassistant.lab.answers.AnswerEvaluation;
import bankassistant.lab.answers.AnswerQuestion;
import bankassistant.lab.answers.BertScore;
import bankassistant.understanding.IntentCatalog;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures the product's own parts on labelled data. */
@Command(name = "eval", mixinStandardHelpOptions = true, description = "Measures how well messages are understood and answered, on labelled data.")
final class EvalCommand implements Runnable {

    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    private final Streams streams;

    EvalCommand(Streams streams) {
        this.streams = streams;
    }

    /** What every evaluation takes. */
    static final class Settings {

        @Option(names = "--data", paramLabel = "FILE", required = true, description = "The labelled data.")
        private Path data;

        @Option(names = "--json", description = "Prints one JSON object.")
        private boolean json;

        @Option(names = "--errors", paramLabel = "FILE", description = "Writes what came out wrong to FILE, as CSV.")
        private Path errors;

        @Option(names = "--diagram", paramLabel = "FILE.png", description = "Draws the reliability diagram to FILE.png.")
        private Path diagram;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Say what to measure: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    @Command(name = "intents", mixinStandardHelpOptions = true, description = "Measures the 77 intents on CSV with the header text,category.")
    int intents(@Mixin Settings settings) throws IOException {
        List<LabelledText> texts = IntentEvaluation.read(settings.data, IntentCatalog.banking77());
        try (Parts parts = root.open()) {
            IntentEvaluation.Result result = new IntentEvaluation(parts.understander(streams.err()::println),
                    parts.masker(streams.err()::println)).run(texts);
            print(settings.json, EvaluationJson.of(result));
            write(settings, "Intents", result.mistakes(), result.reliability());
            return 0;
        }
    }

    @Command(name = "scope", mixinStandardHelpOptions = true, description = "Measures what is taken for banking on CSV with the header text,in_scope.")
    int scope(@Mixin Settings settings) throws IOException {
        List<LabelledText> texts = ScopeEvaluation.read(settings.data);
        try (Parts parts = root.open()) {
            ScopeEvaluation.Result result = new ScopeEvaluation(parts.understander(streams.err()::println),
                    parts.masker(streams.err()::println)).run(texts);
            print(settings.json, EvaluationJson.of(result));
            write(settings, "Scope", result.mistakes(), result.reliability());
            return 0;
        }
    }

    @Command(name = "pii", mixinStandardHelpOptions = true, description = {
            "Measures what personal data is found on JSON lines {\"text\",\"spans\":[{\"type\",\"start\",\"end\"}]}.",
            "Spans may stand in any order; starts and ends count UTF-16 units, as Java and JavaScript do. Types are named as Presidio "
                    + "names them (PERSON, CREDIT_CARD, US_SSN, ...) or in other usual ways: ORG, ORGANISATION or COMPANY; EMAIL; PHONE; SSN; "
                    + "ITIN; IBAN; IP; MAC; DOB; PASSPORT; DRIVER_LICENSE; ACCOUNT_NUMBER; DOMAIN_NAME; NAME, FIRST_NAME or LAST_NAME. LOCATION, ADDRESS, "
                    + "GPE, CITY, STATE, COUNTRY and ZIP_CODE count as STREET_ADDRESS, though towns and countries by themselves are not "
                    + "masked. Types that are not masked, such as DATE_TIME, NRP or TITLE, are named in a warning and not counted."})
    int pii(@Option(names = "--data", paramLabel = "FILE.jsonl", required = true, description = "The labelled data.") Path data,
            @Option(names = "--json", description = "Prints one JSON object.") boolean json,
            @Option(names = "--errors", paramLabel = "FILE", description = "Writes what came out wrong to FILE, as CSV.") Path errors)
            throws IOException {
        List<LabelledSpans> texts = LabelledSpans.read(data);
        warnOfUnknown(texts);
        try (Parts parts = root.open()) {
            PiiEvaluation.Result result = new PiiEvaluation(parts.masker(streams.err()::println)).run(texts);
            print(json, EvaluationJson.of(result));
            if (errors != null) {
                MistakeFile.writeSpans(result.mistakes(), errors);
            }
            return 0;
        }
    }

    private void warnOfUnknown(List<LabelledSpans> texts) {
        String types = texts.stream().flatMap(text -> text.unknown().stream()).map(LabelledSpans.Span::type).distinct()
                .sorted().collect(Collectors.joining(", "));
        if (!types.isEmpty()) {
            streams.err().println("Not counted, since nothing of the kind is masked: " + types
                    + ". assistant eval pii --help names the types that are.");
        }
    }

    @Command(name = "retrieval", mixinStandardHelpOptions = true, description = "Measures the sections found on CSV with the header question,policy,section,sentence; the last may be empty.")
    int retrieval(@Mixin Settings settings) throws IOException {
        List<RetrievalEvaluation.Question> questions = RetrievalEvaluation.read(settings.data);
        try (Parts parts = root.open()) {
            RetrievalEvaluation.Result result = new RetrievalEvaluation(
                    parts.evidence(streams.err()::println)::find).run(questions);
            print(settings.json, EvaluationJson.of(result));
            write(settings, result.mistakes());
            return 0;
        }
    }

    @Command(name = "evidence", mixinStandardHelpOptions = true, description = "Measures the sentences chosen on CSV with the header question,policy,section,sentence; without these where nothing answers.")
    int evidence(@Mixin Settings settings) throws IOException {
        List<RetrievalEvaluation.Question> questions = RetrievalEvaluation.read(settings.data);
        try (Parts parts = root.open()) {
            EvidenceEvaluation.Result result = new EvidenceEvaluation(
                    parts.evidence(streams.err()::println)::find).run(questions);
            print(settings.json, EvaluationJson.of(result, questions.size()));
            write(settings, result.mistakes());
            return 0;
        }
    }

    @Command(name = "answers", mixinStandardHelpOptions = true, description = "Measures whole answers on JSONL with question, must, must_not, policy, section and reference.")
    int answers(@Mixin Settings settings) throws IOException {
        List<AnswerQuestion> questions = AnswerQuestion.read(settings.data);
        try (Parts parts = root.open()) {
            Chat chat = parts.unrecordedChat(streams.err()::println);
            AnswerEvaluation.Result result = new AnswerEvaluation(question -> answered(chat, question),
                    new BertScore(parts.tokenEncoder())).run(questions);
            print(settings.json, EvaluationJson.of(result));
            write(settings, result.mistakes());
            return 0;
        }
    }

    private static AnswerEvaluation.Answered answered(Chat chat, String question) {
        AtomicReference<String> quotation = new AtomicReference<>();
        try (Conversation conversation = new Conversation("eval")) {
            Answer answer = chat.answer(conversation, question, event -> {
                if (event instanceof StageEvent.Found found) {
                    quotation.set(found.evidence().text());
                }
            }, Chat.Cancel.NEVER);
            return new AnswerEvaluation.Answered(answer.kind(), answer.text(), Optional.ofNullable(quotation.get()));
        }
    }

    private static void write(Settings settings, List<Mistake> mistakes) throws IOException {
        if (settings.errors != null) {
            MistakeFile.write(mistakes, settings.errors);
        }
    }

    private static void write(Settings settings, String title, List<Mistake> mistakes, Reliability reliability)
            throws IOException {
        write(settings, mistakes);
        if (settings.diagram != null) {
            ReliabilityDiagram.write(reliability, title + ", " + settings.data.getFileName(), settings.diagram);
        }
    }

    private void print(boolean json, ObjectNode figures) {
        if (json) {
            streams.out().line(figures.toString());
        } else {
            EvaluationJson.lines(figures).forEach(streams.out()::line);
        }
    }
}
