package bankassistant.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/**
 * An index of passages as it was written, for searching. The words (BM25) and the nearest vectors of sections, sentences
 * and phrasings say which sections are candidates; each one's score is its nearness as a whole and a share for its words.
 *
 * <p>Safe for several threads. Counts who uses it: it closes when the last has released it.
 */
final class PolicyIndex {

    /** Passages that words and section vectors each bring in. */
    private static final int DEPTH = 30;
    /** Nearest sentences and phrasings looked at: several may be of one section. */
    private static final int PARTS = 60;

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<EncodedPassage> passages;
    private final int[] sectionOfDocument;
    private final Vocabulary vocabulary;
    private final QueryBuilder words = new QueryBuilder(PolicyAnalyzer.forQuestions());

    private PolicyIndex(Directory directory, DirectoryReader reader) throws IOException {
        this.directory = directory;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.passages = readPassages(reader);
        this.sectionOfDocument = readSections(reader, passages.size());
        this.vocabulary = Vocabulary.of(passages);
    }

    /**
     * Opens an index and checks all of it; the directory is closed with it.
     *
     * @throws IOException if there is none, or it is damaged
     */
    static PolicyIndex open(Directory directory) throws IOException {
        DirectoryReader reader = DirectoryReader.open(directory);
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return new PolicyIndex(directory, reader);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e instanceof IOException damaged ? damaged : new IOException("the index is damaged", e);
        }
    }

    private static List<EncodedPassage> readPassages(IndexReader reader) throws IOException {
        PassageCodec codec = new PassageCodec();
        List<EncodedPassage> passages = new ArrayList<>();
        for (int document = 0; document < reader.maxDoc(); document++) {
            Document stored = reader.storedFields().document(document);
            if (stored.get(IndexFields.PASSAGE) != null) {
                passages.add(readPassage(stored, codec));
            }
        }
        return List.copyOf(passages);
    }

    private static EncodedPassage readPassage(Document stored, PassageCodec codec) {
        Passage passage = codec.read(stored.get(IndexFields.PASSAGE));
        String[] phrasings = stored.getValues(IndexFields.PHRASING);
        int sentences = passage.section().sentences().size();
        BytesRef bytes = stored.getBinaryValue(IndexFields.VECTORS);
        int length = bytes.length / (1 + sentences + phrasings.length);
        List<float[]> vectors = IntStream.range(0, 1 + sentences + phrasings.length)
                .mapToObj(i -> Vectors.vector(bytes.bytes, bytes.offset + i * length, length)).toList();
        List<EncodedPassage.Phrasing> phrased = IntStream.range(0, phrasings.length)
                .mapToObj(i -> new EncodedPassage.Phrasing(phrasings[i], vectors.get(1 + sentences + i))).toList();
        return new EncodedPassage(passage, vectors.getFirst(), vectors.subList(1, 1 + sentences), phrased);
    }

    private static int[] readSections(IndexReader reader, int sections) throws IOException {
        int[] sectionOfDocument = new int[reader.maxDoc()];
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), IndexFields.SECTION);
            while (numbers.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
                int number = Math.toIntExact(numbers.longValue());
                if (number >= sections) {
                    throw new IOException("the index is damaged: there is no section " + number);
                }
                sectionOfDocument[leaf.docBase + numbers.docID()] = number;
            }
        }
        return sectionOfDocument;
    }

    /** What was stored with the index. */
    Map<String, String> userData() throws IOException {
        return reader.getIndexCommit().getUserData();
    }

    List<EncodedPassage> passages() {
        return passages;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Counts one more user, unless the index is closed already. */
    boolean acquire() {
        return reader.tryIncRef();
    }

    /** Counts one user less; whoever opened the index is one. */
    void release() throws IOException {
        reader.decRef();
        if (reader.getRefCount() == 0) {
            directory.close();
        }
    }

    /**
     * The best passages, best first.
     *
     * @param vector of the question
     * @param hint   sections that are candidates whatever the search finds
     * @param count  most passages returned
     */
    List<Ranked> search(String question, float[] vector, SectionHint hint, int count, RankWeights weights)
            throws IOException {
        Map<Integer, Double> byWords = byWords(question);
        Set<Integer> candidates = near(vector);
        candidates.addAll(byWords.keySet());
        candidates.addAll(hinted(hint));
        return candidates.stream()
                .map(section -> ranked(section, byWords.getOrDefault(section, 0.0), vector, hint, weights))
                .sorted(Comparator.comparingDouble((Ranked ranked) -> ranked.hit().score()).reversed()
                        .thenComparing(ranked -> ranked.hit().passage().key()))
                .limit(count).toList();
    }

    /**
     * @param encoded  the hit's passage with its vectors
     * @param nearness of question and passage, in [-1, 1]
     */
    record Ranked(Hit hit, EncodedPassage encoded, double nearness) {}

    private Ranked ranked(int section, double byWords, float[] vector, SectionHint hint, RankWeights weights) {
        EncodedPassage encoded = passages.get(section);
        double nearness = weights.nearness(encoded, vector);
        double score = nearness + weights.words() * byWords + weights.hint() * hint.of(encoded.passage());
        return new Ranked(new Hit(encoded.passage(), score, Vectors.cosine(vector, encoded.vector())), encoded,
                nearness);
    }

    private Set<Integer> hinted(SectionHint hint) {
        return IntStream.range(0, passages.size()).filter(i -> hint.of(passages.get(i).passage()) > 0).boxed()
                .collect(Collectors.toSet());
    }

    /** Sections near by any of their vectors. */
    private Set<Integer> near(float[] vector) throws IOException {
        Set<Integer> near = new HashSet<>();
        near.addAll(sections(new KnnFloatVectorQuery(IndexFields.SECTION_VECTOR, vector, DEPTH), DEPTH).keySet());
        near.addAll(sections(new KnnFloatVectorQuery(IndexFields.PART_VECTOR, vector, PARTS), PARTS).keySet());
        return near;
    }

    /** Sections with any word of the question; the best has 1. */
    private Map<Integer, Double> byWords(String question) throws IOException {
        Query query = words.createBooleanQuery(IndexFields.WORDS, question);
        if (query == null) {
            return Map.of();
        }
        Map<Integer, Double> scores = sections(query, DEPTH);
        double best = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        scores.replaceAll((_, score) -> score / best);
        return scores;
    }

    /** The sections of the documents found, each with its best document's score. */
    private Map<Integer, Double> sections(Query query, int documents) throws IOException {
        Map<Integer, Double> sections = new HashMap<>();
        for (ScoreDoc found : searcher.search(query, documents).scoreDocs) {
            sections.merge(sectionOfDocument[found.doc], (double) found.score, Math::max);
        }
        return sections;
    }
}
