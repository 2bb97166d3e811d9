package bankassistant.audit.search;

import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.record.Facts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import javax.crypto.SecretKey;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;

/**
 * Finds sequences of records by user, kind, intent, scope, policy, time and words. Appending a record to the log costs it
 * nothing. Safe for several threads.
 */
public final class RecordIndex implements AutoCloseable {

    private static final String SEQUENCE = "sequence";
    private static final String TIME = "time";
    private static final String USER = "user";
    private static final String KIND = "kind";
    private static final String INTENT = "intent";
    private static final String SCOPE = "scope";
    private static final String POLICY = "policy";
    private static final String WORD = "word";

    private static final String SIZE = "size";
    private static final String ROOT = "root";
    private static final int COMMIT_EVERY = 100_000;
    private static final double BUFFER_MEGABYTES = 32;
    /** In characters; what a word has more is not looked at. */
    private static final int LONGEST_WORD = 100;
    private static final Sort NEWEST_FIRST = new Sort(new SortField(SEQUENCE, SortField.Type.LONG, true));

    private final Directory directory;
    private final IndexWriter writer;
    private final LongFunction<String> roots;
    private DirectoryReader reader;
    private long size;
    private long committed;

    /**
     * Opens the index in a folder; begins it anew where it is not this log's or can't be read.
     *
     * @param roots the tree's root over so many records, in hexadecimal digits; the index is bound to it
     * @param most  records in the log
     */
    public RecordIndex(Path folder, SecretKey key, LongFunction<String> roots, long most) throws IOException {
        this.roots = roots;
        directory = new EncryptedDirectory(FSDirectory.open(folder), key);
        IndexWriter opened = open(IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
        size = known(opened, most);
        if (size == 0 && opened.getDocStats().maxDoc > 0) {
            opened.close();
            opened = open(IndexWriterConfig.OpenMode.CREATE);
        }
        writer = opened;
        committed = size;
        reader = DirectoryReader.open(writer);
    }

    private IndexWriter open(IndexWriterConfig.OpenMode mode) throws IOException {
        try {
            return new IndexWriter(directory, config(mode));
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // what can't be read is made again from the store
            for (String file : directory.listAll()) {
                directory.deleteFile(file);
            }
            return new IndexWriter(directory, config(IndexWriterConfig.OpenMode.CREATE));
        }
    }

    private static IndexWriterConfig config(IndexWriterConfig.OpenMode mode) {
        return new IndexWriterConfig(null).setOpenMode(mode).setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false).setIndexSort(NEWEST_FIRST);
    }

    /** Records in the index; 0 if it is not of this log. */
    private long known(IndexWriter opened, long most) {
        long stated = 0;
        String root = "";
        if (opened.getLiveCommitData() != null) {
            for (Map.Entry<String, String> entry : opened.getLiveCommitData()) {
                if (entry.getKey().equals(SIZE)) {
                    stated = Long.parseLong(entry.getValue());
                } else if (entry.getKey().equals(ROOT)) {
                    root = entry.getValue();
                }
            }
        }
        return stated <= most && stated == opened.getDocStats().maxDoc && roots.apply(stated).equals(root) ? stated : 0;
    }

    /** Records that it knows: those with smaller sequences. */
    public synchronized long size() {
        return size;
    }

    /**
     * Adds records.
     *
     * @param records those from {@link #size} on; a place is empty where a record can't be read
     * @return how many it knows now
     */
    public synchronized long add(List<Optional<AuditRecord>> records) throws IOException {
        for (Optional<AuditRecord> record : records) {
            writer.addDocument(document(size, record));
            size++;
        }
        if (size - committed >= COMMIT_EVERY) {
            commit();
        }
        return size;
    }

    /**
     * Sequences of records, newest first.
     *
     * @param before only of records before this one
     */
    public synchronized List<Long> find(AuditQuery query, long before, int limit) throws IOException {
        DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
        if (newer != null) {
            reader.close();
            reader = newer;
        }
        IndexSearcher searcher = new IndexSearcher(reader);
        FieldDoc after = before == Long.MAX_VALUE
                ? null
                : new FieldDoc(Math.max(0, reader.maxDoc() - 1), Float.NaN, new Object[]{before});
        ScoreDoc[] found = searcher.searchAfter(after, query(query), limit, NEWEST_FIRST, false).scoreDocs;
        return Arrays.stream(found).map(hit -> (Long) ((FieldDoc) hit).fields[0]).toList();
    }

    private void commit() throws IOException {
        writer.setLiveCommitData(Map.of(SIZE, Long.toString(size), ROOT, roots.apply(size)).entrySet());
        writer.commit();
        committed = size;
    }

    private static Document document(long sequence, Optional<AuditRecord> read) {
        Document document = new Document();
        document.add(new NumericDocValuesField(SEQUENCE, sequence));
        document.add(new LongPoint(SEQUENCE, sequence));
        read.ifPresent(record -> {
            Entry entry = record.entry();
            document.add(new LongPoint(TIME, record.time().toEpochMilli()));
            term(document, USER, record.user());
            term(document, KIND, record.kind());
            Facts.meaning(entry).ifPresent(meaning -> {
                meaning.intent().ifPresent(intent -> term(document, INTENT, intent));
                term(document, SCOPE, Boolean.toString(meaning.inScope()));
            });
            Facts.policies(entry).forEach(policy -> term(document, POLICY, policy));
            Facts.words(Facts.text(entry)).map(RecordIndex::cut).distinct().forEach(word -> term(document, WORD, word));
        });
        return document;
    }

    private static void term(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
    }

    private static String cut(String word) {
        return word.substring(0, Math.min(LONGEST_WORD, word.length()));
    }

    private static Query query(AuditQuery wanted) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        anyOf(query, USER, wanted.users());
        anyOf(query, KIND, wanted.kinds());
        anyOf(query, INTENT, wanted.intents());
        wanted.inScope().ifPresent(scope -> allOf(query, SCOPE, List.of(Boolean.toString(scope))));
        wanted.policy().ifPresent(policy -> allOf(query, POLICY, List.of(policy)));
        wanted.text().ifPresent(
                text -> allOf(query, WORD, Facts.words(text).map(RecordIndex::cut).distinct().toList()));
        if (wanted.from().isPresent() || wanted.to().isPresent()) {
            query.add(
                    LongPoint.newRangeQuery(TIME, wanted.from().map(from -> from.toEpochMilli()).orElse(Long.MIN_VALUE),
                            wanted.to().map(to -> to.toEpochMilli()).orElse(Long.MAX_VALUE)),
                    Occur.FILTER);
        }
        return query.build();
    }

    private static void anyOf(BooleanQuery.Builder query, String field, Set<String> values) {
        if (!values.isEmpty()) {
            List<BytesRef> terms = new ArrayList<>();
            values.forEach(value -> terms.add(new BytesRef(value)));
            query.add(new TermInSetQuery(field, terms), Occur.FILTER);
        }
    }

    private static void allOf(BooleanQuery.Builder query, String field, List<String> values) {
        values.forEach(value -> query.add(new TermQuery(new Term(field, value)), Occur.FILTER));
    }

    /** Deletes all of it and closes it, for one that turned out to be damaged. */
    public synchronized void discard() throws IOException {
        DirectoryReader last = reader;
        try (directory; last) {
            writer.rollback();
            for (String file : directory.listAll()) {
                directory.deleteFile(file);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        DirectoryReader last = reader;
        try (directory; writer; last) {
            if (size != committed) {
                commit();
            }
        }
    }
}
