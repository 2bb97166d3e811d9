package bankassistant.retrieval;

import bankassistant.model.TextEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Takes the best passage that the index finds, and in it the sentences that the encoder finds nearest to the question; with
 * a trained head, both by what the head says as well.
 */
public final class EncoderEvidenceFinder implements EvidenceFinder {

    private static final int HITS = 5;

    private final TextEncoder encoder;
    private final IndexKeeper keeper;
    private final EvidenceRule rule;
    /** Null without one. */
    private final SentenceHead head;
    private final TrainedChoice choice;

    /** @param keeper with an index of the same encoder */
    public EncoderEvidenceFinder(TextEncoder encoder, IndexKeeper keeper) {
        this(encoder, keeper, EvidenceRule.CHOSEN);
    }

    EncoderEvidenceFinder(TextEncoder encoder, IndexKeeper keeper, EvidenceRule rule) {
        this(encoder, keeper, rule, null, null);
    }

    /**
     * With a head.
     *
     * @param keeper      with an index of the same encoder
     * @param head        trained on the policies' questions
     * @param calibration of the head
     */
    public EncoderEvidenceFinder(TextEncoder encoder, IndexKeeper keeper, SentenceHead head,
            EvidenceCalibration calibration) {
        this(encoder, keeper, EvidenceRule.CHOSEN, head, new TrainedChoice(calibration));
    }

    private EncoderEvidenceFinder(TextEncoder encoder, IndexKeeper keeper, EvidenceRule rule, SentenceHead head,
            TrainedChoice choice) {
        this.encoder = encoder;
        this.keeper = keeper;
        this.rule = rule;
        this.head = head;
        this.choice = choice;
    }

    @Override
    public Finding find(String question) {
        return find(question, SectionHint.NONE);
    }

    @Override
    public Finding find(String question, SectionHint hint) {
        try {
            return keeper.use(index -> find(index, question, hint));
        } catch (IOException e) {
            throw new UncheckedIOException("the search index can't be read", e);
        }
    }

    private Finding find(PolicyIndex index, String question, SectionHint hint) throws IOException {
        String writtenOut = new QuestionWords(index.vocabulary(), encoder::knows).writtenOut(question);
        float[] vector = encoder.encodeQuestion(writtenOut);
        return head == null
                ? near(index, writtenOut, vector, hint)
                : trained(index, question, writtenOut, vector, hint);
    }

    private Finding trained(PolicyIndex index, String question, String writtenOut, float[] vector, SectionHint hint)
            throws IOException {
        SentenceHead.Opinion opinion = head.of(question);
        SectionHint both = choice.hint(hint, opinion, index.passages());
        List<PolicyIndex.Ranked> found = index.search(writtenOut, vector, both, HITS, choice.weights());
        Optional<Evidence> evidence = found.stream().findFirst()
                .flatMap(best -> choice.evidence(best, opinion, question, vector));
        Optional<Evidence> also = evidence.flatMap(first -> choice.also(first, found, opinion, question, vector));
        return new Finding(evidence, also, found.stream().map(PolicyIndex.Ranked::hit).toList());
    }

    private Finding near(PolicyIndex index, String writtenOut, float[] vector, SectionHint hint) throws IOException {
        List<PolicyIndex.Ranked> found = index.search(writtenOut, vector, hint, HITS, RankWeights.CHOSEN);
        Optional<Evidence> evidence = found.stream().findFirst()
                .flatMap(best -> rule.apply(best.encoded(), best.nearness(), vector));
        return new Finding(evidence, found.stream().map(PolicyIndex.Ranked::hit).toList());
    }
}
