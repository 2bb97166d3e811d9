package bankassistant.audit.record;

import bankassistant.audit.tree.Hash;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
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
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The canonical bytes of records: a record as JSON in the form of RFC 8785 (src/docs/audit-format.md). The bytes are what the
 * tree's leaves are hashes of. Version 2 has a random salt in each record, version 1 none. Safe for several threads.
 */
public final class RecordFormat {

    private static final int UNSALTED = 1;
    private static final int SALTED = 2;

    private static final int DEEPEST = 16;
    /** 128 random bits in base 64 for addresses. */
    private static final Pattern SALT = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");
    private static final int SALT_BYTES = 16;
    private static final byte[] STATED = ",\"sequence\":".getBytes(StandardCharsets.US_ASCII);
    /** Of a number of 53 bits. */
    private static final int MOST_DIGITS = 16;

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

    /** A new salt. */
    public static String salt(SecureRandom random) {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A record as a tree of JSON. For an erased one it says no more than that. */
    public ObjectNode json(AuditRecord record) {
        ObjectNode json = mapper.createObjectNode();
        if (record.entry() instanceof Entry.Erased erased) {
            json.put("sequence", record.sequence()).putObject("entry").put("kind", erased.kind())
                    .put("month", erased.month()).put("leaf", erased.leaf());
            return json;
        }
        json.put("v", record.salt().isEmpty() ? UNSALTED : SALTED);
        if (!record.salt().isEmpty()) {
            json.put("salt", record.salt());
        }
        json.put("sequence", record.sequence());
        json.put("time", record.time().toString());
        json.put("workstation", record.workstation());
        json.put("application", record.application());
        record.happened().ifPresent(happened -> json.put("happened", happened.toString()));
        record.who().ifPresent(who -> {
            json.put("user", who.user()).put("role", who.role().name().toLowerCase(Locale.ROOT));
            if (!who.session().isEmpty()) {
                json.put("session", who.session());
            }
        });
        json.set("entry", mapper.valueToTree(record.entry()));
        return json;
    }

    /**
     * The canonical bytes of a record.
     *
     * @throws IllegalArgumentException if a text is not well-formed Unicode, or the record was erased
     */
    public byte[] bytes(AuditRecord record) {
        if (record.isErased()) {
            throw new IllegalArgumentException("an erased record has no bytes");
        }
        return CanonicalJson.bytes(json(record));
    }

    /** The hash of a record's leaf: made from its bytes, or the one that an erased record left. */
    public Hash leaf(AuditRecord record) {
        return record.entry() instanceof Entry.Erased erased
                ? Hash.ofHex(erased.leaf()).orElseThrow()
                : Hash.ofLeaf(bytes(record));
    }

    /**
     * The canonical bytes of a record that was read as JSON, known kind or not.
     *
     * @throws IllegalArgumentException if it has none
     */
    public byte[] bytes(JsonNode record) {
        return CanonicalJson.bytes(record);
    }

    /** A record of these versions; empty if the bytes are no such record. */
    public Optional<AuditRecord> read(byte[] bytes) {
        return tree(bytes).flatMap(this::said).filter(record -> isWhat(record, () -> bytes));
    }

    /** As {@link #read(byte[])}, twice as fast, and of bytes that say more as well: for an index, whose hits are read again. */
    public Optional<AuditRecord> glance(byte[] bytes) {
        return tree(bytes).flatMap(this::said);
    }

    /** A record of these versions; empty if the JSON is no such record. */
    public Optional<AuditRecord> read(JsonNode json) {
        return said(json).filter(record -> isWhat(record, () -> bytes(json)));
    }

    /** Whether what is shown says all that the bytes say, and nothing else. */
    private boolean isWhat(AuditRecord record, Supplier<byte[]> bytes) {
        try {
            return Arrays.equals(bytes(record), bytes.get());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<AuditRecord> said(JsonNode json) {
        try {
            int version = json.path("v").asInt();
            String salt = json.path("salt").asText();
            if (version != UNSALTED && !(version == SALTED && SALT.matcher(salt).matches())) {
                return Optional.empty();
            }
            Optional<SignedIn> who = json.has("user")
                    ? Optional.of(new SignedIn(json.path("user").asText(),
                            Role.valueOf(json.path("role").asText().toUpperCase(Locale.ROOT)),
                            json.path("session").asText()))
                    : Optional.empty();
            return Optional.of(new AuditRecord(json.path("sequence").asLong(),
                    Instant.parse(json.path("time").asText()), json.path("workstation").asText(),
                    json.path("application").asText(), who, mapper.treeToValue(json.path("entry"), Entry.class),
                    version == SALTED ? salt : "", json.has("happened")
                            ? Optional.of(Instant.parse(json.path("happened").asText()))
                            : Optional.empty()));
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

    /**
     * The sequence that canonical bytes state, without reading them all; empty if they state none. Behind a comma its name stands nowhere
     * but there: quotes within texts are escaped, and only single values follow.
     */
    public OptionalLong sequence(byte[] bytes) {
        for (int i = bytes.length - STATED.length - 1; i >= 0; i--) {
            if (bytes[i] == ',' && Arrays.equals(bytes, i, i + STATED.length, STATED, 0, STATED.length)) {
                return digits(bytes, i + STATED.length);
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong digits(byte[] bytes, int from) {
        long value = 0;
        int i = from;
        while (i < bytes.length && i - from < MOST_DIGITS && bytes[i] >= '0' && bytes[i] <= '9') {
            value = 10 * value + bytes[i] - '0';
            i++;
        }
        return i > from && i < bytes.length && (bytes[i] == ',' || bytes[i] == '}')
                ? OptionalLong.of(value)
                : OptionalLong.empty();
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
