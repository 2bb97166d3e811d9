package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import bankassistant.LogLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchEncoderTest {

    @TempDir
    private static Path cache;

    private static TorchThread thread;
    private static TorchEncoder encoder;
    private static JsonNode reference;

    @BeforeAll
    static void open() throws IOException {
        thread = new TorchThread(2);
        encoder = TorchEncoder.open(thread, cache);
        try (InputStream json = TorchEncoderTest.class.getResourceAsStream("encoder-vectors.json")) {
            reference = new ObjectMapper().readTree(json).get("texts");
        }
    }

    @AfterAll
    static void close() {
        encoder.close();
        thread.close();
    }

    @Test
    void a_token_has_a_vector_of_length_1_that_depends_on_the_words_around_it() {
        float[][] river = encoder.tokenVectors("river bank");
        float[][] money = encoder.tokenVectors("money bank");

        assertThat(river).hasNumberOfRows(2);
        assertThat(product(river[1], river[1])).isCloseTo(1, within(1e-5));
        assertThat(product(river[1], money[1])).isLessThan(0.99).isGreaterThan(product(river[0], money[1]));
        assertThat(encoder.tokenVectors("")).isEmpty();
    }

    private static double product(float[] a, float[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return product;
    }

    @Test
    void questions_have_the_vectors_of_an_independent_computation() {
        for (JsonNode text : texts("question")) {
            float[] vector = encoder.encodeQuestion(text.get("text").asText());
            assertThat(cosine(vector, text)).as(text.get("text").asText()).isGreaterThan(0.9999);
        }
    }

    @Test
    void passages_encoded_together_have_the_vectors_of_an_independent_computation() {
        List<JsonNode> texts = texts("passage");
        List<float[]> vectors = encoder.encodePassages(texts.stream().map(text -> text.get("text").asText()).toList());
        for (int i = 0; i < texts.size(); i++) {
            assertThat(cosine(vectors.get(i), texts.get(i))).as(texts.get(i).get("text").asText().substring(0, 4))
                    .isGreaterThan(0.9999);
        }
    }

    @Test
    void an_engine_without_packed_weights_computes_the_same() throws IOException {
        try (TorchEncoder plain = TorchEncoder.open(thread, cache, List.of(TorchEncoder.PLAIN))) {
            List<String> texts = texts("passage").stream().map(text -> text.get("text").asText()).toList();
            List<float[]> vectors = plain.encodePassages(texts);
            for (int i = 0; i < texts.size(); i++) {
                assertThat(cosine(vectors.get(i), texts("passage").get(i))).isGreaterThan(0.9999);
            }
        }
    }

    @Test
    void a_network_that_the_engine_does_not_know_is_passed_over() throws IOException {
        List<String> resources = List.of("unknown-operator.torchscript.txt", TorchEncoder.PLAIN);
        try (TorchEncoder plain = TorchEncoder.open(thread, cache, resources)) {
            assertThat(dot(plain.encodeQuestion("fee"), encoder.encodeQuestion("fee"))).isGreaterThan(0.9999);
        }
    }

    @Test
    void neighbours_in_a_batch_and_their_order_change_nothing() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            texts.add("A fee of " + i + " dollars applies. ".repeat(i % 5 + 1));
        }
        List<float[]> forward = encoder.encodePassages(texts);
        List<float[]> backward = encoder.encodePassages(texts.reversed()).reversed();
        for (int i = 0; i < texts.size(); i++) {
            float[] alone = encoder.encodePassages(List.of(texts.get(i))).getFirst();
            assertThat(dot(forward.get(i), alone)).isGreaterThan(0.99999);
            assertThat(dot(backward.get(i), alone)).isGreaterThan(0.99999);
        }
    }

    @Test
    void every_vector_has_length_one() {
        float[] vector = encoder.encodeQuestion("What is the fee?");
        assertThat(vector).hasSize(encoder.dimension()).hasSize(384);
        assertThat(dot(vector, vector)).isBetween(0.99999, 1.00001);
    }

    @Test
    void takes_any_text() {
        List<String> odd = List.of("", " ", "\ud83d", "a\ud83d\udcb3\udc00z", "\u0000\u0001\uffff",
                "[CLS] [PAD] [MASK]",
                "x".repeat(100_000), "fee ".repeat(25_000));
        assertThat(encoder.encodePassages(odd)).hasSize(odd.size())
                .allSatisfy(vector -> assertThat(dot(vector, vector)).isBetween(0.999, 1.001));
        assertThat(encoder.encodePassages(List.of())).isEmpty();
    }

    @Test
    void its_hash_is_that_of_the_packaged_file() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream file = TorchEncoderTest.class.getResourceAsStream("/bge-small-en-v1.5.onnx")) {
            file.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        assertThat(encoder.sha256()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void a_second_start_takes_the_weights_from_the_cache() throws IOException {
        Path file = cacheFile();
        // a file that is written anew takes another one's place
        Object written = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        try (TorchEncoder again = TorchEncoder.open(thread, cache)) {
            assertThat(again.sha256()).isEqualTo(encoder.sha256());
            assertThat(again.encodeQuestion("overdraft")).isEqualTo(encoder.encodeQuestion("overdraft"));
        }
        assertThat(Files.readAttributes(file, BasicFileAttributes.class).fileKey()).isEqualTo(written);
    }

    @Test
    void a_start_removes_what_a_killed_one_left_half_written() throws IOException {
        Path left = Files.createFile(cache.resolve("encoder-1.tmp"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(7200)));

        TorchEncoder.open(thread, cache).close();

        assertThat(left).doesNotExist();
        assertThat(cacheFile()).exists();
    }

    @Test
    void a_damaged_cache_is_written_anew(@TempDir Path other) throws IOException {
        Path file = Files.copy(cacheFile(), other.resolve(cacheFile().getFileName()));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[]{1, 2, 3, 4}), 50_000_000);
        }
        assertReopensSound(other, file);
    }

    @Test
    void a_cache_that_was_cut_off_is_written_anew(@TempDir Path other) throws IOException {
        Path file = Files.write(other.resolve(cacheFile().getFileName()), new byte[5000]);
        assertReopensSound(other, file);
    }

    private static void assertReopensSound(Path folder, Path file) throws IOException {
        try (LogLines log = new LogLines("bankassistant.model.torch");
                TorchEncoder again = TorchEncoder.open(thread, folder)) {
            assertThat(again.encodeQuestion("overdraft")).isEqualTo(encoder.encodeQuestion("overdraft"));
            assertThat(log.messages())
                    .containsExactly("The encoder's weights in the cache are damaged and are made anew");
        }
        assertThat(Files.mismatch(file, cacheFile())).isEqualTo(-1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static Path cacheFile() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return Collections.min(files.toList());
        }
    }

    private static List<JsonNode> texts(String kind) {
        List<JsonNode> texts = new ArrayList<>();
        reference.forEach(text -> {
            if (text.get("kind").asText().equals(kind)) {
                texts.add(text);
            }
        });
        assertThat(texts).hasSizeGreaterThan(3);
        return texts;
    }

    private static double cosine(float[] vector, JsonNode text) {
        double dot = 0;
        double length = 0;
        for (int i = 0; i < vector.length; i++) {
            double expected = text.get("vector").get(i).asDouble();
            dot += vector[i] * expected;
            length += expected * expected;
        }
        return dot / Math.sqrt(length);
    }

    private static double dot(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
        }
        return dot;
    }
}
