package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.policy.SectionRef;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyIndexTest {

    private static final PolicyTexts TEXTS = new PolicyTexts(PolicyBuilder.cardsAndFees(),
            Map.of("fees/wire", List.of("Send funds overseas", "Remit quickly")));
    /** A nearness of 0 for all: words alone make the order. */
    private static final RankWeights WORDS_ONLY = new RankWeights(100, 0, 0, 0, 0);
    private static final RankWeights VECTORS_ONLY = new RankWeights(0, 0.3, 0.3, 0.4, 0);

    private final WordEncoder encoder = new WordEncoder("e1");
    private PolicyIndex index;

    @BeforeEach
    void build() throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        List<EncodedPassage> passages = new PassageEncoder(encoder).encode(TEXTS, Map.of(),
                _ -> {});
        new PolicyIndexWriter().write(directory, passages, Map.of("made", "today"));
        index = PolicyIndex.open(directory);
    }

    @Test
    void a_passage_comes_back_as_it_was_written() throws IOException {
        Passage passage = search("stolen card", RankWeights.CHOSEN).getFirst().passage();
        assertThat(passage.key()).isEqualTo("cards/stolen");
        assertThat(passage.version()).isEqualTo("2026.1");
        assertThat(passage.owner()).isEqualTo("Cards");
        assertThat(passage.policyTitle()).isEqualTo("Policy on cards");
        assertThat(passage.policySha256()).isEqualTo(PolicyBuilder.cardsAndFees().getFirst().sha256());
        assertThat(passage.section()).isEqualTo(PolicyBuilder.cardsAndFees().getFirst().sections().getFirst());
        assertThat(passage.section().sentence(1)).isEqualTo("Lock the card in the app.");
    }

    @Test
    void words_are_found_in_any_of_their_forms() throws IOException {
        assertThat(search("reporting cards", WORDS_ONLY).getFirst().passage().key()).isEqualTo("cards/stolen");
    }

    @Test
    void customers_words_stand_for_those_of_the_policies() throws IOException {
        assertThat(search("at the cash machine", WORDS_ONLY).getFirst().passage().key()).isEqualTo("cards/pin");
    }

    @Test
    void a_passage_is_found_by_its_phrasings() throws IOException {
        assertThat(search("remitting overseas", WORDS_ONLY).getFirst().passage().key()).isEqualTo("fees/wire");
        assertThat(search("remit quickly", VECTORS_ONLY).getFirst().passage().key())
                .isEqualTo("fees/wire");
    }

    @Test
    void vectors_come_back_with_the_texts_they_are_of() {
        assertThat(index.passages().getLast().phrasings()).extracting(EncodedPassage.Phrasing::text)
                .containsExactly("Send funds overseas", "Remit quickly");
        PassageEncoder.vectors(index.passages()).forEach((text, vector) -> assertThat(vector).as(text)
                .isEqualTo(encoder.encodePassages(List.of(text)).getFirst()));
    }

    @Test
    void each_passage_stands_once_and_the_best_comes_first() throws IOException {
        List<Hit> hits = search("What does a domestic wire cost?", RankWeights.CHOSEN);
        assertThat(hits).extracting(hit -> hit.passage().key()).doesNotHaveDuplicates().hasSize(3).startsWith(
                "fees/wire");
        assertThat(hits).extracting(Hit::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(hits).allSatisfy(hit -> assertThat(hit.cosine()).isBetween(-1.0, 1.0));
    }

    @Test
    void any_text_may_be_searched() throws IOException {
        for (String odd : List.of("", " ", "the of and", "\ud83d", "title:* AND (", "\u0000", "fee ".repeat(25_000))) {
            assertThat(search(odd, RankWeights.CHOSEN)).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void stays_open_until_the_last_user_has_released_it() throws IOException {
        assertThat(index.acquire()).isTrue();
        index.release();
        assertThat(search("card", WORDS_ONLY)).isNotEmpty();
        index.release();
        assertThat(index.acquire()).isFalse();
        assertThatThrownBy(() -> search("card", WORDS_ONLY)).isInstanceOf(AlreadyClosedException.class);
    }

    @Test
    void a_hint_decides_between_sections_and_brings_in_one_that_was_not_found() throws IOException {
        RankWeights hinted = new RankWeights(1, 0, 0, 0, 10);
        List<Hit> plain = search("What does a domestic wire cost?", SectionHint.NONE, hinted);
        Passage last = plain.getLast().passage();

        List<Hit> hits = search("What does a domestic wire cost?",
                new SectionHint(Map.of(new SectionRef(last.policyId(), last.section().id()), 0.9,
                        new SectionRef("no", "such-section"), 1.0)),
                hinted);

        assertThat(hits.getFirst().passage().key()).isEqualTo(last.key());
        assertThat(hits.getFirst().score()).isEqualTo(plain.getLast().score() + 9);
        assertThat(hits).hasSameSizeAs(plain);
    }

    private List<Hit> search(String question, RankWeights weights) throws IOException {
        return search(question, SectionHint.NONE, weights);
    }

    private List<Hit> search(String question, SectionHint hint, RankWeights weights) throws IOException {
        return index.search(question, encoder.encodeQuestion(question), hint, 3, weights).stream()
                .map(PolicyIndex.Ranked::hit).toList();
    }
}
