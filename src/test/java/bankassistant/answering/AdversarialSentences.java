package bankassistant.answering;

import bankassistant.policy.Sentences;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A row of {@code adversarial.csv}: what somebody could write for a question and its evidence, right or wrong by one thing.
 *
 * @param half     {@code seen} while the check was made, {@code kept} for the end, {@code second} and {@code third}: written before the
 *                 check was changed with them, or {@code third-kept}: the sections of the third that were never looked at
 * @param kind     {@code right}, or what is wrong: figure, negation, unit, subject, condition; in the third also order, bound, mode,
 *                 date, scale, product, mixed (of two sentences) and yesno
 * @param sentence one or two sentences
 */
record AdversarialSentences(String half, String kind, String section, String title, String evidence, String question,
        String sentence) {

    static List<AdversarialSentences> read() {
        try (InputStream in = AdversarialSentences.class.getResourceAsStream("adversarial.csv");
                MappingIterator<AdversarialSentences> rows = new CsvMapper().readerFor(AdversarialSentences.class)
                        .with(CsvSchema.emptySchema().withHeader()).readValues(in)) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRight() {
        return kind.equals("right");
    }

    List<String> evidenceSentences() {
        return Sentences.of(evidence);
    }
}
