package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.policy.Policy;
import bankassistant.policy.PolicyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexKeeperTest {

    @TempDir
    private Path folder;

    private final WordEncoder encoder = new WordEncoder("e1");
    private final Recorder recorder = new Recorder();
    private List<Policy> policies = PolicyBuilder.cardsAndFees();
    private Map<String, List<String>> phrasings = Map.of();

    @Test
    void the_first_start_builds_with_progress_and_the_second_opens_what_was_built() throws IOException {
        try (IndexKeeper keeper = keeper()) {
            assertThat(keeper.isReady()).isFalse();
            assertThat(keeper.refresh()).isTrue();
            assertThat(keys(keeper, "stolen card")).startsWith("cards/stolen");
        }
        assertThat(recorder.progress).startsWith(0.0).endsWith(1.0).isSorted();
        int encoded = encoder.passages();
        try (IndexKeeper keeper = keeper()) {
            keeper.refresh();
            assertThat(keys(keeper, "stolen card")).startsWith("cards/stolen");
        }
        assertThat(encoder.passages()).isEqualTo(encoded);
        assertThat(recorder.ready).isEqualTo(2);
    }

    @Test
    void a_changed_policy_is_found_after_the_refresh_and_only_new_texts_are_encoded() throws IOException {
        try (IndexKeeper keeper = keeper()) {
            keeper.refresh();
            int encoded = encoder.passages();
            policies = List.of(policies.get(0),
                    new PolicyBuilder("fees").section("coin", "Coin", "Coin is free up to 5 rolls.").build());
            keeper.refresh();
            assertThat(keys(keeper, "coin rolls")).startsWith("fees/coin").doesNotContain("fees/wire");
            assertThat(encoder.passages()).isEqualTo(encoded + 1);
            assertThat(indexes()).hasSize(1);
        }
    }

    @Test
    void a_new_phrasing_is_found_after_the_refresh() throws IOException {
        try (IndexKeeper keeper = keeper()) {
            keeper.refresh();
            phrasings = Map.of("fees/wire", List.of("remit funds overseas"));
            keeper.refresh();
            assertThat(keys(keeper, "remit overseas")).startsWith("fees/wire");
        }
    }

    @Test
    void unchanged_policies_leave_the_index_as_it_is() throws IOException {
        try (IndexKeeper keeper = keeper()) {
            keeper.refresh();
            int before = keeper.use(System::identityHashCode);
            keeper.refresh();
            assertThat((int) keeper.use(System::identityHashCode)).isEqualTo(before);
        }
    }

    @Test
    void a_search_under_way_ends_on_the_index_it_began_with() throws IOException {
        try (IndexKeeper keeper = keeper()) {
            keeper.refresh();
            List<String> found = keeper.use(index -> {
                policies = policies.subList(0, 1);
                keeper.refresh();
                return keys(index, "domestic wire");
            });
            assertThat(found).startsWith("fees/wire");
            assertThat(keys(keeper, "domestic wire")).doesNotContain("fees/wire");
        }
    }

    @Test
    void policies_that_became_invalid_are_reported_and_the_index_of_before_serves() throws IOException {
        try (IndexKeeper keeper = keeper()) {
            keeper.refresh();
            policies = null;
            assertThat(keeper.refresh()).isFalse();
            assertThat(recorder.refused).extracting(PolicyException::getMessage).containsExactly("01-cards.md:3: bad");
            assertThat(keys(keeper, "stolen card")).startsWith("cards/stolen");
        }
    }

    @Test
    void policies_that_stay_invalid_are_reported_once() throws IOException {
        try (IndexKeeper keeper = keeper()) {
            keeper.refresh();
            List<Policy> good = policies;
            policies = null;
            keeper.refresh();
            keeper.refresh();
            assertThat(recorder.refused).hasSize(1);

            policies = good;
            keeper.refresh();
            policies = null;
            keeper.refresh();
            assertThat(recorder.refused).hasSize(2);
        }
    }

    @Test
    void policies_that_are_invalid_from_the_first_are_an_error() throws IOException {
        policies = null;
        try (IndexKeeper keeper = keeper()) {
            assertThatThrownBy(keeper::refresh).isInstanceOf(PolicyException.class).hasMessage("01-cards.md:3: bad");
            assertThat(recorder.refused).isEmpty();
        }
    }

    @Test
    void another_encoder_has_an_index_of_its_own() throws IOException {
        try (IndexKeeper keeper = keeper()) {
            keeper.refresh();
        }
        WordEncoder other = new WordEncoder("e2");
        try (IndexKeeper keeper = new IndexKeeper(() -> new PolicyTexts(policies, Map.of()), other, folder, recorder)) {
            keeper.refresh();
        }
        assertThat(other.passages()).isEqualTo(encoder.passages());
    }

    @Test
    void damage_to_any_file_of_the_index_is_noticed_and_the_index_built_anew() throws IOException {
        try (IndexKeeper keeper = keeper()) {
            keeper.refresh();
        }
        List<Path> files = files(indexes().getFirst());
        for (String damaged : files.stream().map(file -> file.getFileName().toString()).toList()) {
            if (damaged.equals("write.lock")) {
                continue;
            }
            Path file = indexes().getFirst().resolve(damaged);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[]{77, 1, 99}), channel.size() / 2);
            }
            int encoded = encoder.passages();
            try (IndexKeeper keeper = keeper()) {
                keeper.refresh();
                assertThat(keys(keeper, "stolen card")).startsWith("cards/stolen");
            }
            assertThat(encoder.passages()).as(damaged).isGreaterThan(encoded);
        }
    }

    @Test
    void an_index_with_files_missing_is_built_anew() throws IOException {
        try (IndexKeeper keeper = keeper()) {
            keeper.refresh();
        }
        for (Path file : files(indexes().getFirst())) {
            Files.delete(file);
        }
        try (IndexKeeper keeper = keeper()) {
            keeper.refresh();
            assertThat(keys(keeper, "stolen card")).startsWith("cards/stolen");
        }
    }

    @Test
    void of_several_that_share_a_folder_one_builds() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<List<String>> start = () -> {
                try (IndexKeeper keeper = keeper()) {
                    keeper.refresh();
                    return keys(keeper, "stolen card");
                }
            };
            for (Future<List<String>> found : threads.invokeAll(Collections.nCopies(4, start))) {
                assertThat(found.get()).startsWith("cards/stolen");
            }
        }
        // 3 sections and 5 sentences; a section of one sentence is one text with it
        assertThat(encoder.passages()).isEqualTo(7);
    }

    @Test
    void without_an_index_a_search_says_so() throws IOException {
        try (IndexKeeper keeper = keeper()) {
            assertThatThrownBy(() -> keys(keeper, "card")).isInstanceOf(IllegalStateException.class)
                    .hasMessage("there is no search index yet");
        }
    }

    private IndexKeeper keeper() {
        return new IndexKeeper(() -> {
            if (policies == null) {
                throw new PolicyException(Path.of("01-cards.md"), 3, "bad");
            }
            return new PolicyTexts(policies, phrasings);
        }, encoder, folder, recorder);
    }

    private List<String> keys(IndexKeeper keeper, String question) throws IOException {
        return keeper.use(index -> keys(index, question));
    }

    private List<String> keys(PolicyIndex index, String question) throws IOException {
        return index.search(question, encoder.encodeQuestion(question), SectionHint.NONE, 3, RankWeights.CHOSEN)
                .stream()
                .map(ranked -> ranked.hit().passage().key()).toList();
    }

    private List<Path> indexes() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }

    private static final class Recorder implements IndexListener {

        private final List<Double> progress = new ArrayList<>();
        private final List<PolicyException> refused = new ArrayList<>();
        private int ready;

        @Override
        public synchronized void building(double done) {
            progress.add(done);
        }

        @Override
        public synchronized void ready() {
            ready++;
        }

        @Override
        public synchronized void refused(PolicyException reason) {
            refused.add(reason);
        }
    }
}
