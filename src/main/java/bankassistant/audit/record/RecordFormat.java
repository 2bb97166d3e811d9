package bankassistant.audit.record;

import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The canonical bytes of records, version 1: a record as JSON in the form of RFC 8785 (src/docs/audit-format.md). The bytes
 * are what the tree's leaves are hashes of. Safe for several threads.
 */
public final class RecordFormat {

    /** Of the format, in each record. */
    public static final int VERSION = 1;

    private static final int DEEPEST = 16;

    private final JsonMapper mapper;

    public RecordFormat() {
        JsonFactory factory = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build();
        mapper = JsonMapper.builder(factory).propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .addModule(new Jdk8Module()).addModule(new SimpleModule()
                        .addSerializer(Instant.class, ToStringSerializer.instance)
                        .addDeserializer(Instant.class, new InstantReader()))
                .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT,
                        JsonInclude.Include.NON_ABSENT))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .build();
    }

    /** A record as a tree of JSON. */
    public ObjectNode json(AuditRecord record) {
        ObjectNode json = mapper.createObjectNode();
        json.put("v", VERSION);
        json.put("sequence", record.sequence());
        json.put("time", record.time().toString());
        json.put("workstation", record.workstation());
        json.put("application", record.application());
        record.who().ifPresent(who -> json.put("user", who.user())
                .put("role", who.role().name().toLowerCase(Locale.ROOT)).put("session", who.session()));
        json.set("entry", mapper.valueToTree(record.entry()));
        return json;
    }

    /**
     * The canonical bytes of a record.
     *
     * @throws IllegalArgumentException if a text is not well-formed Unicode
     */
    public byte[] bytes(AuditRecord record) {
        return CanonicalJson.bytes(json(record));
    }

    /**
     * The canonical bytes of a record that was read as JSON, known kind or not.
     *
     * @throws IllegalArgumentException if it has none
     */
    public byte[] bytes(JsonNode record) {
        return CanonicalJson.bytes(record);
    }

    /** A record of this version; empty if the bytes are no such record. */
    public Optional<AuditRecord> read(byte[] bytes) {
        return tree(bytes).flatMap(this::read);
    }

    /** A record of this version; empty if the JSON is no such record. */
    public Optional<AuditRecord> read(JsonNode json) {
        try {
            if (json.path("v").asInt() != VERSION) {
                return Optional.empty();
            }
            Optional<SignedIn> who = json.has("user")
                    ? Optional.of(new SignedIn(json.path("user").asText(),
                            Role.valueOf(json.path("role").asText().toUpperCase(Locale.ROOT)),
                            json.path("session").asText()))
                    : Optional.empty();
            AuditRecord record = new AuditRecord(json.path("sequence").asLong(),
                    Instant.parse(json.path("time").asText()), json.path("workstation").asText(),
                    json.path("application").asText(), who, mapper.treeToValue(json.path("entry"), Entry.class));
            // what is shown says all that the bytes say, and nothing else
            return Arrays.equals(bytes(record), bytes(json)) ? Optional.of(record) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException | DateTimeException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** Any JSON object without doubled names; empty for anything else. */
    public Optional<ObjectNode> tree(byte[] bytes) {
        try {
            return mapper.readTree(bytes) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The sequence that the bytes of a record state, read without building the record; empty if they state none. */
    public OptionalLong sequence(byte[] bytes) {
        try (JsonParser parser = mapper.getFactory().createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return OptionalLong.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("sequence");
                JsonToken value = parser.nextToken();
                if (found) {
                    return value == JsonToken.VALUE_NUMBER_INT
                            ? OptionalLong.of(parser.getLongValue())
                            : OptionalLong.empty();
                }
                parser.skipChildren();
            }
            return OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static final class InstantReader extends FromStringDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, DeserializationContext context) throws IOException {
            try {
                return Instant.parse(value);
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, value, "not a time");
            }
        }
    }
}
