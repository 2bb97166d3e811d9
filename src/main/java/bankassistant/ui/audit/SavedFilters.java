package bankassistant.ui.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Filters kept by name in a JSON file. Not safe for several threads. */
public final class SavedFilters {

    private final Path file;
    private final ObjectMapper mapper;

    /** @param file made when the first filter is saved */
    public SavedFilters(Path file) {
        this.file = file;
        SimpleModule days = new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance)
                .addDeserializer(LocalDate.class, new DayReader());
        mapper = JsonMapper.builder().addModules(new Jdk8Module(), days).enable(SerializationFeature.INDENT_OUTPUT)
                .build();
    }

    /**
     * All, by name.
     *
     * @throws IOException if the file can't be read as saved filters
     */
    public List<SavedFilter> all() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return List.copyOf(mapper.readValue(file.toFile(), new TypeReference<List<SavedFilter>>() {
        }));
    }

    /** Keeps a filter; one of the same name is replaced. */
    public List<SavedFilter> save(SavedFilter filter) throws IOException {
        List<SavedFilter> all = others(filter.name());
        all.add(filter);
        all.sort(Comparator.comparing(SavedFilter::name, String.CASE_INSENSITIVE_ORDER));
        return write(all);
    }

    public List<SavedFilter> remove(String name) throws IOException {
        return write(others(name));
    }

    private List<SavedFilter> others(String name) throws IOException {
        List<SavedFilter> all = new ArrayList<>(all());
        all.removeIf(saved -> saved.name().equalsIgnoreCase(name));
        return all;
    }

    private List<SavedFilter> write(List<SavedFilter> all) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        mapper.writerFor(new TypeReference<List<SavedFilter>>() {
        }).writeValue(partial.toFile(), all);
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return List.copyOf(all);
    }

    private static final class DayReader extends FromStringDeserializer<LocalDate> {

        private static final long serialVersionUID = 1L;

        DayReader() {
            super(LocalDate.class);
        }

        @Override
        protected LocalDate _deserialize(String value, DeserializationContext context) throws IOException {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, value, "not a day");
            }
        }
    }
}
