package bankassistant.lab.answers;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.lab.RetrievalEvaluation;
import bankassistant.lab.RetrievalEvaluation.Question;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyLibrary;
import bankassistant.policy.PolicyReader;
import bankassistant.policy.Section;
import bankassistant.policy.SectionRef;
import bankassistant.retrieval.Phrasings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The questions that evidence and answers are measured on fit the policies, and nothing was trained or searched with them. */
class DevelopmentSetsTest {

    private static final Path FOLDER = Path.of("src/test/resources/bankassistant/answers");
    /** Share of the telling words of two questions that both have, from which on they are the same question. */
    private static final double NEAR = 0.7;
    private static final Pattern WORD = Pattern.compile("[a-z0-9$%]+(?:\\.\\d+)?");
    private static final Set<String> STOP = Set.of(
            "a an the is are was were be been am i my me mine you your we our us he she it its his her they them their of to in on at for from by with and or if do does did can could will would should may might must what how when where which who whom whose why that this these those there here have has had not no any some so as up out get s t cust customer please"
                    .split(" "));

    private static PolicyLibrary library;
    private static List<Question> questions;
    private static List<AnswerQuestion> answers;

    @BeforeAll
    static void read() throws Exception {
        library = new PolicyFolder(new PolicyReader(), BankingIntents.names()).read(Path.of("policies"));
        questions = new ArrayList<>(RetrievalEvaluation.read(FOLDER.resolve("evidence-dev.csv")));
        questions.addAll(RetrievalEvaluation.read(FOLDER.resolve("evidence-held.csv")));
        questions.addAll(RetrievalEvaluation.read(FOLDER.resolve("evidence-held-terse.csv")));
        answers = AnswerQuestion.read(FOLDER.resolve("answers-dev.jsonl"));
    }

    @Test
    void evidence_is_asked_for_400_times_and_60_times_there_is_none() {
        assertThat(questions).hasSizeGreaterThanOrEqualTo(400);
        assertThat(questions).filteredOn(question -> question.policy().isEmpty()).hasSizeGreaterThanOrEqualTo(60)
                .allSatisfy(question -> assertThat(question.section() + question.sentence()).isEmpty());
        assertThat(answers).hasSizeGreaterThanOrEqualTo(250);
    }

    @Test
    void the_sentence_of_a_question_stands_in_its_section() {
        assertThat(questions).filteredOn(question -> !question.policy().isEmpty()).allSatisfy(
                question -> assertThat(sentences(question.policy(), question.section())).contains(question.sentence()));
    }

    @Test
    void what_an_answer_must_hold_stands_in_its_section() {
        assertThat(answers.stream().flatMap(answer -> answer.must().stream()
                .filter(term -> !AnswerTerm.standsIn(term,
                        String.join(" ", sentences(answer.policy(), answer.section()))))
                .map(term -> answer.question() + ": " + term))).isEmpty();
    }

    @Test
    void a_reference_passes_its_own_question() {
        assertThat(answers.stream().filter(answer -> !answer.passes(answer.reference()))
                .map(AnswerQuestion::question)).isEmpty();
    }

    @Test
    void no_question_is_like_a_phrasing_that_search_knows() throws Exception {
        List<Set<String>> known = Phrasings.read(Path.of("policies/phrasings.yaml")).values().stream()
                .flatMap(List::stream).map(DevelopmentSetsTest::telling).toList();
        assertThat(asked().filter(question -> known.stream().anyMatch(phrasing -> near(phrasing, telling(question)))))
                .isEmpty();
    }

    @Test
    void no_question_is_asked_twice() {
        assertThat(asked().map(question -> question.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
    }

    private static Stream<String> asked() {
        return Stream.concat(questions.stream().map(Question::question),
                answers.stream().map(AnswerQuestion::question));
    }

    private static List<String> sentences(String policy, String id) {
        Section section = library.section(new SectionRef(policy, id)).orElseThrow();
        return IntStream.range(0, section.sentences().size()).mapToObj(section::sentence).toList();
    }

    private static boolean near(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return one.size() > 2 && other.size() > 2 && both.size() >= NEAR * all.size();
    }

    private static Set<String> telling(String question) {
        return WORD.matcher(question.toLowerCase(Locale.ROOT).replace("'", "")).results().map(MatchResult::group)
                .filter(word -> !STOP.contains(word)).collect(Collectors.toSet());
    }
}
