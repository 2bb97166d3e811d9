package bankassistant.model.weights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes small safetensors files of float32 values 0, 1, 2, ... */
final class SafetensorsBuilder {

    private final Map<String, int[]> tensors = new LinkedHashMap<>();

    static SafetensorsBuilder of(Map<String, int[]> tensors) {
        SafetensorsBuilder builder = new SafetensorsBuilder();
        tensors.forEach(builder::ramp);
        return builder;
    }

    SafetensorsBuilder ramp(String name, int... shape) {
        tensors.put(name, shape);
        return this;
    }

    SafetensorsBuilder without(String name) {
        tensors.remove(name);
        return this;
    }

    byte[] build() {
        StringBuilder header = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
        GgufBuilder.Bytes data = new GgufBuilder.Bytes();
        tensors.forEach((name, shape) -> {
            int begin = data.size();
            int values = 1;
            StringBuilder sizes = new StringBuilder();
            for (int size : shape) {
                values *= size;
                sizes.append(sizes.isEmpty() ? "" : ",").append(size);
            }
            for (int i = 0; i < values; i++) {
                data.int32(Float.floatToRawIntBits(i));
            }
            header.append(",\"%s\":{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[%d,%d]}".formatted(name, sizes,
                    begin, data.size()));
        });
        return file(header.append('}').toString(), data.toArray());
    }

    static byte[] file(String header, byte... data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return new GgufBuilder.Bytes().int64(text.length).raw(text).raw(data).toArray();
    }

    Path write(Path file) throws IOException {
        return Files.write(file, build());
    }
}
