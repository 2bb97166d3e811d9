package bankassistant.chat;

import bankassistant.answering.AnswerSentence;
import bankassistant.answering.CheckedAnswer;
import bankassistant.policy.Duty;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is told from one section: the checked sentences and, where the section is about a right, its deadline. */
record Told(Evidence evidence, CheckedAnswer checked) {

    /** The customer's legal right that the section is about. */
    Optional<Duty.Right> right() {
        return passage().section().duty().filter(Duty.Right.class::isInstance).map(Duty.Right.class::cast);
    }

    /** Where the deadline stands, if the sentences do not name it. */
    Optional<Citation> deadline() {
        return right().filter(of -> !HandingOver.names(of, checked.text()))
                .map(of -> new Citation(passage().policyId(), passage().policyTitle(), of.section(), of.sectionTitle(),
                        passage().version(), of.sentence()));
    }

    String text() {
        return checked.text() + deadline().map(of -> " " + of.quote()).orElse("");
    }

    /** One for each sentence of the writer's; one for a quotation. */
    List<Citation> citations() {
        List<Citation> citations = new ArrayList<>(checked.isWritten()
                ? checked.sentences().stream().map(sentence -> source(evidence, sentence)).distinct().toList()
                : List.of(Citation.of(passage(), checked.text())));
        deadline().ifPresent(citations::add);
        return citations;
    }

    Passage passage() {
        return evidence.passage();
    }

    /** Where a sentence stands. */
    static Citation source(Evidence evidence, AnswerSentence sentence) {
        return Citation.of(evidence.passage(), sentence.rests().stream()
                .map(evidence.passage().section()::sentence).collect(Collectors.joining(" ")));
    }
}
