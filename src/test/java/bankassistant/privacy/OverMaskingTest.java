package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages without personal data stay as they are: what is masked needlessly is missing in the answer. */
class OverMaskingTest {

    @Test
    void fewer_than_one_in_a_hundred_banking_messages_is_touched() throws IOException {
        List<String> messages = messages();

        List<String> touched = messages.stream().filter(message -> !Masking.of(message).equals(message)).toList();

        assertThat(messages).hasSize(500);
        assertThat(touched).hasSizeLessThan(messages.size() / 100);
    }

    private static List<String> messages() throws IOException {
        try (InputStream in = OverMaskingTest.class.getResourceAsStream("banking77-sample.csv");
                MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader()).readValues(in)) {
            return rows.readAll().stream().map(row -> row.get("text")).toList();
        }
    }
}
