package bankassistant.answering;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.answering.Verdict.Fault;
import bankassistant.model.Generation.FinishReason;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.Policy;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyReader;
import bankassistant.policy.Section;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.Passage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckedWriterTest {

    private static final String FIRST = "Express delivery of a card takes 2 business days and costs $15.";
    private static final String SECOND = "A card cannot be ordered for delivery on a chosen date.";
    private static final Evidence DELIVERY = EvidenceSamples.evidence("Delivery of a card", FIRST, SECOND);
    private static final String QUESTION = "How much is express delivery of a card?";

    private final List<String> shown = new ArrayList<>();

    @Test
    void shows_each_sentence_while_the_next_one_is_not_written_yet() {
        List<Integer> shownBefore = new ArrayList<>();
        Writer writer = new ScriptedWriter() {
            @Override
            public Optional<Writing> write(String question, Evidence evidence, boolean bound, SentenceListener listener,
                    BooleanSupplier cancelled) {
                listener.onSentence("The fee for express delivery of a card is $15, and it takes 2 business days.");
                shownBefore.add(shown.size());
                listener.onSentence(SECOND);
                return Optional.of(writing("two sentences"));
            }
        };

        CheckedAnswer answer = answer(writer);

        assertThat(shownBefore).containsExactly(1);
        assertThat(answer.sentences()).extracting(AnswerSentence::rests).containsExactly(List.of(0), List.of(1));
        assertThat(answer.sentences()).allMatch(AnswerSentence::written);
    }

    @Test
    void a_wrong_figure_is_written_once_more_with_the_evidences_figures_only() {
        ScriptedWriter writer = new ScriptedWriter("Express delivery of a card costs $50.",
                "Express delivery of a card costs $15.");

        CheckedAnswer answer = answer(writer);

        assertThat(writer.bound).containsExactly(false, true);
        assertThat(shown).containsExactly("Express delivery of a card costs $15.");
        assertThat(answer.verdict().orElseThrow().passed()).isTrue();
    }

    @Test
    void what_fails_twice_is_replaced_by_the_evidence_and_what_passed_stays() {
        ScriptedWriter writer = new ScriptedWriter(
                "Express delivery of a card costs $15. A card can be ordered for 3 dates.",
                "Express delivery of a card costs $15. A card can be ordered for delivery on a chosen date.");

        CheckedAnswer answer = answer(writer);

        assertThat(shown).containsExactly("Express delivery of a card costs $15.", SECOND);
        assertThat(answer.sentences()).extracting(AnswerSentence::written).containsExactly(true, false);
        assertThat(answer.verdict().orElseThrow().faults()).contains(Fault.CHANGES_SENSE);
    }

    @Test
    void a_lie_without_a_wrong_figure_is_not_written_again() {
        ScriptedWriter writer = new ScriptedWriter("Express delivery of a card does not cost $15.");

        answer(writer);

        assertThat(writer.bound).containsExactly(false);
        assertThat(shown).containsExactly(FIRST, SECOND);
    }

    @Test
    void the_figure_that_is_asked_for_is_quoted_when_the_writer_leaves_it_out() {
        answer(new ScriptedWriter("Express delivery of a card takes 2 business days.",
                "Express delivery of a card takes 2 business days."));

        assertThat(shown).contains(FIRST);
    }

    @Test
    void a_sentence_that_leaves_a_figure_out_gives_way_to_the_policys_own() {
        answer(new ScriptedWriter("Express delivery of a card costs $15."), "What is express delivery?");

        assertThat(shown).containsExactly(FIRST, SECOND);
    }

    @Test
    void a_sentence_that_says_a_part_only_gives_way_to_the_policys_own() {
        Evidence topUp = EvidenceSamples.evidence("Top-up by SWIFT",
                "A top-up by SWIFT is an incoming international wire and costs the fee of such a wire.");
        new CheckedWriter(new ScriptedWriter("A top-up by SWIFT costs the fee of such a wire."), new FigureCheck())
                .answer("What does SWIFT cost?", topUp, sentence -> shown.add(sentence.text()), () -> false);

        assertThat(shown).containsExactly(topUp.text());
    }

    @Test
    void a_yes_that_the_evidence_does_not_tell_is_left_away() {
        answer(new ScriptedWriter("Yes, express delivery of a card takes 2 business days and costs $15."),
                "Is my card faster with express?");

        assertThat(shown).startsWith("Express delivery of a card takes 2 business days and costs $15.");
    }

    @Test
    void a_second_try_does_not_show_again_what_passed_without_its_yes() {
        answer(new ScriptedWriter("Yes, a card cannot be ordered for delivery on a chosen date. Express costs $99.",
                "Yes, a card cannot be ordered for delivery on a chosen date. "
                        + "Express delivery of a card takes 2 business days and costs $15."));

        assertThat(shown).containsExactly(SECOND,
                "Express delivery of a card takes 2 business days and costs $15.");
    }

    @Test
    void figures_may_come_in_two_sentences() {
        ScriptedWriter writer = new ScriptedWriter(
                "Express delivery of a card costs $15. Express delivery of a card takes 2 business days. " + SECOND);

        answer(writer, "What is express delivery?");

        assertThat(shown).hasSize(3).noneMatch(FIRST::equals);
    }

    @Test
    void evidence_that_the_writer_leaves_out_is_quoted_after_its_words() {
        answer(new ScriptedWriter("Express delivery of a card costs $15 and takes 2 business days."),
                "What is express delivery?");

        assertThat(shown).containsExactly("Express delivery of a card costs $15 and takes 2 business days.", SECOND);
    }

    @Test
    void nothing_follows_where_the_figures_that_are_asked_for_were_given() {
        answer(new ScriptedWriter("Express delivery of a card costs $15."));

        assertThat(shown).containsExactly("Express delivery of a card costs $15.");
    }

    @Test
    void a_writer_that_fails_in_its_second_try_costs_the_wording_only() {
        answer(new ScriptedWriter("Express delivery of a card costs $50."));

        assertThat(shown).containsExactly(FIRST, SECOND);
    }

    @Test
    void a_writer_that_lies_in_every_way_is_never_shown() throws Exception {
        List<Evidence> evidence = shippedEvidence();
        List<String> lies = new ArrayList<>();
        int told = 0;
        FigureCheck check = new FigureCheck();
        for (int seed = 0; seed < 20; seed++) {
            LyingWriter liar = new LyingWriter(seed);
            for (Evidence of : evidence) {
                CheckedAnswer answer = new CheckedWriter(liar, check).answer(
                        of.passage().section().title() + ": " + LyingWriter.ASKED, of,
                        sentence -> {
                            if (!of.text().contains(sentence.text())) {
                                lies.add(sentence.text() + " <- " + liar.said() + " <- " + of.text());
                            }
                        }, () -> false);
                told += answer.writing().isPresent() ? 1 : 0;
            }
        }

        assertThat(told).isGreaterThan(1_500);
        assertThat(lies).isEmpty();
    }

    private CheckedAnswer answer(Writer writer) {
        return answer(writer, QUESTION);
    }

    private CheckedAnswer answer(Writer writer, String question) {
        return new CheckedWriter(writer, new FigureCheck()).answer(question, DELIVERY,
                sentence -> shown.add(sentence.text()), () -> false);
    }

    /** The first two sentences of every section. */
    private static List<Evidence> shippedEvidence() throws Exception {
        List<Evidence> evidence = new ArrayList<>();
        for (Policy policy : new PolicyFolder(new PolicyReader(), BankingIntents.names()).read(Path.of("policies"))
                .policies()) {
            for (Section section : policy.sections()) {
                Passage passage = new Passage(policy.id(), policy.title(), policy.version(), policy.sha256(), section,
                        policy.owner());
                evidence.add(new Evidence(passage,
                        IntStream.range(0, Math.min(2, section.sentences().size())).boxed().toList(), 0.9));
            }
        }
        return evidence;
    }

    private static Writing writing(String text) {
        return new Writing(text, FinishReason.END_OF_TURN, 1, 1, 1);
    }

    /** Writes one text after the other, and fails when it has none left. */
    private static class ScriptedWriter implements Writer {

        final List<Boolean> bound = new ArrayList<>();
        private final Deque<String> texts;

        ScriptedWriter(String... texts) {
            this.texts = new ArrayDeque<>(List.of(texts));
        }

        @Override
        public Optional<Writing> write(String question, Evidence evidence, BooleanSupplier cancelled) {
            return Optional.of(writing(texts.remove()));
        }

        @Override
        public Optional<Writing> write(String question, Evidence evidence, boolean only, SentenceListener listener,
                BooleanSupplier cancelled) {
            bound.add(only);
            return Writer.super.write(question, evidence, only, listener, cancelled);
        }
    }
}
