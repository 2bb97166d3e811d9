package bankassistant.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/**
 * An index of passages as it was written, for searching. Two rankings, by words (BM25) and by vectors, are fused by
 * reciprocal rank (Cormack, Clarke and Büttcher, SIGIR 2009). The nearest vectors of sections, sentences and phrasings
 * say which sections are ranked by vectors; the order is that of a section's nearness as a whole.
 *
 * <p>Safe for several threads. Counts who uses it: it closes when the last has released it.
 */
final class PolicyIndex {

    /** Passages of each ranking that take part. */
    private static final int DEPTH = 30;
    /** Nearest sentences and phrasings looked at: several may be of one section. */
    private static final int PARTS = 60;
    /** The constant of reciprocal rank fusion, from the paper. */
    private static final double RANK_OFFSET = 60;

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<EncodedPassage> passages;
    private final int[] sectionOfDocument;
    private final QueryBuilder words = new QueryBuilder(PolicyAnalyzer.forQuestions());

    private PolicyIndex(Directory directory, DirectoryReader reader) throws IOException {
        this.directory = directory;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.passages = readPassages(reader);
        this.sectionOfDocument = readSections(reader, passages.size());
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
     * @param count  most passages returned
     */
    List<Ranked> search(String question, float[] vector, int count, RankWeights weights) throws IOException {
        Map<Integer, Double> fused = new HashMap<>();
        fuse(fused, 1, byNearness(vector, weights));
        fuse(fused, weights.words(), byWords(question));
        return fused.entrySet().stream().map(entry -> ranked(entry.getKey(), entry.getValue(), vector, weights))
                .sorted(Comparator.comparingDouble((Ranked ranked) -> ranked.hit().score()).reversed()
                        .thenComparing(ranked -> ranked.hit().passage().key()))
                .limit(count).toList();
    }

    /**
     * @param encoded  the hit's passage with its vectors
     * @param nearness of question and passage, in [-1, 1]
     */
    record Ranked(Hit hit, EncodedPassage encoded, double nearness) {}

    private Ranked ranked(int section, double score, float[] vector, RankWeights weights) {
        EncodedPassage encoded = passages.get(section);
        double cosine = Vectors.cosine(vector, encoded.vector());
        return new Ranked(new Hit(encoded.passage(), score, cosine), encoded, weights.nearness(encoded, vector));
    }

    /** Adds weight / (60 + rank) to each section of a ranking, best first. */
    private static void fuse(Map<Integer, Double> fused, double weight, List<Integer> ranking) {
        for (int i = 0; i < ranking.size(); i++) {
            fused.merge(ranking.get(i), weight / (RANK_OFFSET + i + 1), Double::sum);
        }
    }

    /** Sections near by any of their vectors, ordered by all of them. */
    private List<Integer> byNearness(float[] vector, RankWeights weights) throws IOException {
        Set<Integer> near = new LinkedHashSet<>();
        near.addAll(sections(new KnnFloatVectorQuery(IndexFields.SECTION_VECTOR, vector, DEPTH), DEPTH));
        near.addAll(sections(new KnnFloatVectorQuery(IndexFields.PART_VECTOR, vector, PARTS), PARTS));
        Map<Integer, Double> nearness = new HashMap<>();
        near.forEach(section -> nearness.put(section, weights.nearness(passages.get(section), vector)));
        return near.stream().sorted(Comparator.comparing(nearness::get, Comparator.reverseOrder())).limit(DEPTH)
                .toList();
    }

    private List<Integer> byWords(String question) throws IOException {
        Query query = wordQuery(question);
        return query == null ? List.of() : sections(query, DEPTH);
    }

    /** The sections of the documents found, best first, each once. */
    private List<Integer> sections(Query query, int documents) throws IOException {
        Set<Integer> sections = new LinkedHashSet<>();
        for (ScoreDoc found : searcher.search(query, documents).scoreDocs) {
            sections.add(sectionOfDocument[found.doc]);
        }
        return List.copyOf(sections);
    }

    /** Any word of the question in title, text or phrasings; null when it has none that counts. */
    private Query wordQuery(String question) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        boolean none = true;
        for (String field : List.of(IndexFields.TITLE, IndexFields.TEXT, IndexFields.PHRASING)) {
            Query query = words.createBooleanQuery(field, question);
            if (query != null) {
                any.add(query, BooleanClause.Occur.SHOULD);
                none = false;
            }
        }
        return none ? null : any.build();
    }
}
