package bankassistant.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names of the 77 intents that customers come with, each of which a policy must answer. The names are those of
 * Banking77 (Casanueva et al., "Efficient Intent Detection with Dual Sentence Encoders", 2020), spelled as there.
 */
public final class BankingIntents {

    private BankingIntents() {}

    /** All names, sorted; unmodifiable. */
    public static SortedSet<String> names() {
        InputStream resource = BankingIntents.class.getResourceAsStream("intents.txt");
        if (resource == null) {
            throw new IllegalStateException("the application was packaged without its list of intents");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return Collections.unmodifiableSortedSet(new TreeSet<>(reader.lines().toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
