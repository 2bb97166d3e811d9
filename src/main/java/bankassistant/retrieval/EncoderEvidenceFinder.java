package bankassistant.retrieval;

import bankassistant.model.TextEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Takes the best passage that the index finds, and in it the sentences that the encoder finds nearest to the question. */
public final class EncoderEvidenceFinder implements EvidenceFinder {

    private static final int HITS = 5;

    private final TextEncoder encoder;
    private final IndexKeeper keeper;
    private final EvidenceRule rule;

    /** @param keeper with an index of the same encoder */
    public EncoderEvidenceFinder(TextEncoder encoder, IndexKeeper keeper) {
        this(encoder, keeper, EvidenceRule.CHOSEN);
    }

    EncoderEvidenceFinder(TextEncoder encoder, IndexKeeper keeper, EvidenceRule rule) {
        this.encoder = encoder;
        this.keeper = keeper;
        this.rule = rule;
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
        List<PolicyIndex.Ranked> found = index.search(writtenOut, vector, hint, HITS, RankWeights.CHOSEN);
        Optional<Evidence> evidence = found.stream().findFirst()
                .flatMap(best -> rule.apply(best.encoded(), best.nearness(), vector));
        return new Finding(evidence, found.stream().map(PolicyIndex.Ranked::hit).toList());
    }
}
