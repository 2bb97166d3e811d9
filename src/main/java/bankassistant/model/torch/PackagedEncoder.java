package bankassistant.model.torch;

import bankassistant.model.weights.BertConfig;
import bankassistant.model.weights.BertWeights;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The encoder's files as the application is packaged with them: resources on the class path. */
final class PackagedEncoder {

    static final BertConfig CONFIG = BertConfig.BGE_SMALL;

    private static final String IN_JAR = "jar:";
    private static final String WEIGHTS = "/bge-small-en-v1.5.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-tokenizer.json";

    /** Names the weights' content without reading it: their size and the checksum in the jar's table of contents. */
    String key() throws IOException {
        String address = resource(WEIGHTS).toString();
        if (address.startsWith(IN_JAR)) {
            Path jar = Path.of(URI.create(address.substring(IN_JAR.length(), address.indexOf("!/"))));
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry entry = zip.getEntry(WEIGHTS.substring(1));
                return Long.toHexString(entry.getSize()) + "-" + Long.toHexString(entry.getCrc());
            }
        }
        Path file = Path.of(URI.create(address));
        return Long.toHexString(Files.size(file)) + "-" + Long.toHexString(Files.getLastModifiedTime(file).toMillis());
    }

    /** Reads the weights, which takes seconds. */
    BertWeights weights() throws IOException {
        try (InputStream stream = resource(WEIGHTS).openStream()) {
            return BertWeights.read(Path.of(WEIGHTS.substring(1)), stream, CONFIG);
        }
    }

    /** The tokenizer as Hugging Face's {@code tokenizer.json}. */
    InputStream tokenizer() throws IOException {
        return resource(TOKENIZER).openStream();
    }

    private static URL resource(String name) throws FileNotFoundException {
        URL resource = PackagedEncoder.class.getResource(name);
        if (resource == null) {
            throw new FileNotFoundException("the application was packaged without its encoder (" + name + ")");
        }
        return resource;
    }
}
