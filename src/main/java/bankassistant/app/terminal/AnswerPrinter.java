package bankassistant.app.terminal;

import bankassistant.app.Output;
import bankassistant.chat.Answer;
import bankassistant.chat.Citation;
import bankassistant.chat.Conversation;
import bankassistant.chat.Details;
import bankassistant.chat.StageEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Shows one answer: its sentences as they arrive, then where they stand. Placeholders are filled in. */
public final class AnswerPrinter implements Consumer<StageEvent> {

    private static final String DIM = "\u001B[2m";
    private static final String PLAIN = "\u001B[0m";

    private final Output out;
    private final boolean coloured;
    private final Conversation conversation;
    private boolean begun;

    public AnswerPrinter(Output out, boolean coloured, Conversation conversation) {
        this.out = out;
        this.coloured = coloured;
        this.conversation = conversation;
    }

    @Override
    public void accept(StageEvent event) {
        switch (event) {
            case StageEvent.Sentence sentence -> {
                out.print((begun ? " " : "") + shown(sentence.text()));
                begun = true;
            }
            case StageEvent.Finished finished -> print(finished.answer());
            case StageEvent.Masked _,StageEvent.Understood _,StageEvent.Found _ -> {
                // nothing to see yet
            }
        }
    }

    /** Shows what is left of an answer: all of it if no sentence came before, what to choose from, sources and topic. */
    public void print(Answer answer) {
        out.line(begun ? "" : shown(answer.text()));
        if (answer instanceof Answer.Clarify clarify) {
            IntStream.range(0, clarify.options().size())
                    .forEach(i -> out.line("  %d  %s".formatted(i + 1, clarify.options().get(i))));
            return;
        }
        if (answer instanceof Answer.HandOver handOver) {
            out.line("  → " + handOver.note());
        }
        sources(answer).forEach(this::dim);
        answer.details().meaning().flatMap(Details.Meaning::topic).ifPresent(topic -> dim("  " + topic.words()));
    }

    private void dim(String line) {
        out.line(coloured ? DIM + line + PLAIN : line);
    }

    /** One line for each section an answer rests on. */
    static List<String> sources(Answer answer) {
        return answer.citations().stream().map(AnswerPrinter::source).distinct().toList();
    }

    private static String source(Citation citation) {
        return "  — %s, %s (%s)".formatted(citation.policyTitle(), citation.sectionTitle(), citation.version());
    }

    /** What was typed comes back here: it must not be able to steer the terminal. */
    private String shown(String text) {
        return conversation.placeholders().reveal(text).replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }
}
