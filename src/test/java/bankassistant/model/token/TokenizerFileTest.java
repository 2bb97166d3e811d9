package bankassistant.model.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.ModelFileException;
import bankassistant.model.Tokenizer;
import bankassistant.model.weights.GgufBuilder;
import bankassistant.model.weights.GgufFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerFileTest {

    /** Byte-level: a, b, ab, and a special token. */
    private static final String BYTE_LEVEL = """
            {"version": "1.0", "truncation": {"max_length": 2, "strategy": "LongestFirst", "stride": 0,
            "direction": "Right"}, "padding": {"strategy": {"Fixed": 9}, "direction": "Right", "pad_id": 0,
            "pad_type_id": 0, "pad_token": "a", "pad_to_multiple_of": null},
            "added_tokens": [{"id": 3, "content": "<s>", "single_word": false, "lstrip": false, "rstrip": false,
            "normalized": false, "special": true}],
            "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true},
            "decoder": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true},
            "model": {"type": "BPE", "vocab": {"a": 0, "b": 1, "ab": 2, "<s>": 3}, "merges": [["a", "b"]]}}""";

    /** SentencePiece kind, as TinyLlama's: a space is U+2581, unknown bytes are tokens of their own. */
    private static final String SENTENCE_PIECE = """
            {"version": "1.0", "added_tokens": [{"id": 0, "content": "<s>", "single_word": false, "lstrip": false,
            "rstrip": false, "normalized": false, "special": true}],
            "normalizer": {"type": "Sequence", "normalizers": [{"type": "Prepend", "prepend": "\u2581"},
            {"type": "Replace", "pattern": {"String": " "}, "content": "\u2581"}]},
            "decoder": {"type": "Sequence", "decoders": [{"type": "Replace", "pattern": {"String": "\u2581"},
            "content": " "}, {"type": "ByteFallback"}, {"type": "Fuse"},
            {"type": "Strip", "content": " ", "start": 1, "stop": 0}]},
            "model": {"type": "BPE", "byte_fallback": true, "fuse_unk": true, "unk_token": null,
            "vocab": {"<s>": 0, "\u2581": 1, "h": 2, "i": 3, "hi": 4, "\u2581hi": 5, "<0xC3>": 6, "<0x9F>": 7},
            "merges": ["h i", "\u2581 hi"]}}""";

    @TempDir
    private Path folder;

    private Tokenizer open(String json, int vocabulary) throws IOException {
        return BpeTokenizer.open(Files.writeString(folder.resolve("tokenizer.json"), json), vocabulary);
    }

    @Test
    void truncation_and_padding_in_the_file_are_off() throws IOException {
        try (Tokenizer tokenizer = open(BYTE_LEVEL, 4)) {
            assertThat(tokenizer.encode("abba")).containsExactly(2, 1, 0);
            assertThat(tokenizer.encode("a")).containsExactly(0);
            assertThat(tokenizer.encodeWithSpecialTokens("<s>a")).containsExactly(3, 0);
        }
    }

    @Test
    void reads_a_tokenizer_of_sentencepiece_kind() throws IOException {
        try (Tokenizer tokenizer = open(SENTENCE_PIECE, 8)) {
            int[] ids = tokenizer.encode("hi hi\u00DF");

            assertThat(ids).containsExactly(5, 5, 6, 7);
            assertThat(tokenizer.decode(ids)).isEqualTo("hi hi\u00DF");
            assertThat(tokenizer.bytes(5)).isEqualTo(" hi".getBytes(StandardCharsets.UTF_8));
            assertThat(tokenizer.bytes(7)).containsExactly(0x9F);
        }
    }

    @Test
    void refuses_a_vocabulary_that_lets_text_spell_a_special_token() {
        assertRefused(
                BYTE_LEVEL.replace("\"content\": \"<s>\"", "\"content\": \"ab\"").replace("\"id\": 3", "\"id\": 2"))
                .hasMessageContaining("plain text can spell the special token 2");
    }

    @Test
    void refuses_what_is_no_supported_tokenizer() {
        assertRefused("[]").hasMessageContaining("not a JSON object");
        assertRefused("{").hasMessageContaining("not valid JSON");
        assertRefused(BYTE_LEVEL.replace("\"BPE\"", "\"Unigram\"")).hasMessageContaining("byte-pair encoding");
        assertRefused(BYTE_LEVEL.replace("\"BPE\"", "\"BPE\", \"dropout\": 0.1")).hasMessageContaining("dropout");
        assertRefused(BYTE_LEVEL.replace("\"b\": 1", "\"b\": 0")).hasMessageContaining("two tokens");
        assertRefused(BYTE_LEVEL.replace("\"b\": 1", "\"b\": -1")).hasMessageContaining("has the id -1");
        assertRefused(BYTE_LEVEL.replace("\"b\": 1", "\"b\": \"x\"")).hasMessageContaining("has the id");
        assertRefused(BYTE_LEVEL.replace("\"b\"", "\"\u4F60\"")).hasMessageContaining("byte-level alphabet");
        assertRefused(BYTE_LEVEL.replace("[\"a\", \"b\"]", "[\"a\", \"x\"]")).hasMessageContaining("can't be built");
        assertRefused(BYTE_LEVEL.replace("\"decoder\": {\"type\": \"ByteLevel\"", "\"decoder\": {\"type\": \"Fuse\""))
                .hasMessageContaining("decoder");
    }

    @Test
    void refuses_gguf_metadata_without_a_supported_tokenizer() throws IOException {
        assertMetadataRefused(gguf().without("tokenizer.ggml.tokens"), "tokenizer.ggml.tokens: is missing");
        assertMetadataRefused(gguf().text("tokenizer.ggml.model", "llama"), "tokenizer.json beside it");
        assertMetadataRefused(gguf().text("tokenizer.ggml.pre", "qwen2"), "is qwen2, supported are smollm");
        assertMetadataRefused(gguf().texts("tokenizer.ggml.merges", "ab"), "no pair");
        assertMetadataRefused(gguf().texts("tokenizer.ggml.merges", "a x"), "can't be built");
        assertMetadataRefused(gguf().texts("tokenizer.ggml.tokens", "a", "b", "b", "c"), "has token 2 twice");
        assertMetadataRefused(gguf().numbers("tokenizer.ggml.token_type", 1), "has 1 entries for 4 tokens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smollm", "gpt-2", "llama-bpe"})
    void reads_a_tokenizer_from_gguf_metadata(String rule) throws IOException {
        try (GgufFile file = GgufFile.open(gguf().text("tokenizer.ggml.pre", rule).write(folder));
                Tokenizer tokenizer = BpeTokenizer.fromMetadata(file, 4)) {
            assertThat(tokenizer.encodeWithSpecialTokens("<s>abba")).containsExactly(3, 2, 1, 0);
        }
    }

    private static GgufBuilder gguf() {
        return new GgufBuilder().text("tokenizer.ggml.model", "gpt2").text("tokenizer.ggml.pre", "smollm")
                .texts("tokenizer.ggml.tokens", "a", "b", "ab", "<s>").texts("tokenizer.ggml.merges", "a b")
                .numbers("tokenizer.ggml.token_type", 1, 1, 1, 3);
    }

    private void assertMetadataRefused(GgufBuilder gguf, String reason) throws IOException {
        try (GgufFile file = GgufFile.open(gguf.write(folder))) {
            assertThatThrownBy(() -> BpeTokenizer.fromMetadata(file, 4).close())
                    .isInstanceOf(ModelFileException.class).hasMessageContaining(reason);
        }
    }

    @Test
    void damaged_files_end_in_a_refusal_or_a_tokenizer() throws IOException {
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = BYTE_LEVEL.getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("tokenizer.json"), bytes);
            try (Tokenizer tokenizer = BpeTokenizer.open(file, 4)) {
                tokenizer.encode("ab<s>");
            } catch (ModelFileException e) {
                assertThat(e.getMessage()).startsWith("tokenizer.json");
            }
        }
    }

    private AbstractThrowableAssert<?, ?> assertRefused(String json) {
        return assertThatThrownBy(() -> open(json, 4).close()).isInstanceOf(ModelFileException.class);
    }
}
