package bankassistant.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;

/**
 * English words, lower-cased, without the commonest and stemmed (Porter 1980). In a question, words of customers also
 * stand for those of the policies.
 */
final class PolicyAnalyzer extends Analyzer {

    /** Words of a question that are looked at: longer ones gain nothing and cost time. */
    private static final int MOST_WORDS = 200;

    private static final CharArraySet STOP_WORDS = stopWords();

    private final SynonymMap synonyms;

    private PolicyAnalyzer(SynonymMap synonyms) {
        this.synonyms = synonyms;
    }

    static PolicyAnalyzer forPolicies() {
        return new PolicyAnalyzer(null);
    }

    static PolicyAnalyzer forQuestions() {
        return new PolicyAnalyzer(synonyms());
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream tokens = new LowerCaseFilter(new EnglishPossessiveFilter(words));
        if (synonyms != null) {
            tokens = new SynonymGraphFilter(new LimitTokenCountFilter(tokens, MOST_WORDS), synonyms, true);
        }
        return new TokenStreamComponents(words, new PorterStemFilter(new StopFilter(tokens, STOP_WORDS)));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return new LowerCaseFilter(in);
    }

    private static CharArraySet stopWords() {
        CharArraySet words = new CharArraySet(EnglishAnalyzer.getDefaultStopSet(), true);
        words.addAll(List.of("i", "my", "me", "we", "you", "your", "do", "does", "did", "what", "how", "when", "can",
                "am", "has", "have", "had", "was", "were", "been", "please"));
        return CharArraySet.unmodifiableSet(words);
    }

    private static SynonymMap synonyms() {
        SynonymMap.Builder map = new SynonymMap.Builder(true);
        for (String[] pair : SYNONYMS) {
            map.add(phrase(pair[0]), phrase(pair[1]), true);
        }
        try {
            return map.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CharsRef phrase(String words) {
        return SynonymMap.Builder.join(words.split(" "), new CharsRefBuilder());
    }

    private static final String[][] SYNONYMS = {{"cheque", "check"}, {"cash machine", "atm"}};
}
