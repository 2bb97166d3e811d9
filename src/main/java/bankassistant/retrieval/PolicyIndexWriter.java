package bankassistant.retrieval;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;

/** Writes encoded passages as one index of one segment. */
final class PolicyIndexWriter {

    private final PassageCodec codec = new PassageCodec();

    /** Replaces what the directory holds; {@code userData} is read back with the index. */
    void write(Directory directory, List<EncodedPassage> passages, Map<String, String> userData) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(PolicyAnalyzer.forPolicies())
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int number = 0; number < passages.size(); number++) {
                writer.addDocument(section(passages.get(number), number));
                for (float[] vector : passages.get(number).sentences()) {
                    writer.addDocument(part(vector, number));
                }
                for (EncodedPassage.Phrasing phrasing : passages.get(number).phrasings()) {
                    writer.addDocument(part(phrasing.vector(), number));
                }
            }
            writer.forceMerge(1);
            writer.setLiveCommitData(userData.entrySet());
            writer.commit();
        }
    }

    private Document section(EncodedPassage encoded, int number) {
        Document document = new Document();
        document.add(words(encoded.passage().section().title()));
        document.add(words(encoded.passage().section().title()));
        document.add(words(encoded.passage().section().text()));
        for (EncodedPassage.Phrasing phrasing : encoded.phrasings()) {
            document.add(words(phrasing.text()));
            document.add(new StoredField(IndexFields.PHRASING, phrasing.text()));
        }
        document.add(new StoredField(IndexFields.PASSAGE, codec.write(encoded.passage())));
        document.add(vector(IndexFields.SECTION_VECTOR, encoded.vector()));
        ByteArrayOutputStream vectors = new ByteArrayOutputStream();
        vectors.writeBytes(Vectors.bytes(encoded.vector()));
        encoded.sentences().forEach(vector -> vectors.writeBytes(Vectors.bytes(vector)));
        encoded.phrasings().forEach(phrasing -> vectors.writeBytes(Vectors.bytes(phrasing.vector())));
        document.add(new StoredField(IndexFields.VECTORS, vectors.toByteArray()));
        document.add(new NumericDocValuesField(IndexFields.SECTION, number));
        return document;
    }

    private static Field words(String text) {
        return new TextField(IndexFields.WORDS, text, Field.Store.NO);
    }

    private static Document part(float[] vector, int number) {
        Document document = new Document();
        document.add(vector(IndexFields.PART_VECTOR, vector));
        document.add(new NumericDocValuesField(IndexFields.SECTION, number));
        return document;
    }

    private static Field vector(String field, float[] vector) {
        return new KnnFloatVectorField(field, vector, VectorSimilarityFunction.DOT_PRODUCT);
    }
}
