package bankassistant.identity;

import bankassistant.identity.SealedRoster.Sealer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The users file's form: JSON, format 1. What is signed are the bytes of the roster written anew from what was read, so unknown
 * or doubled keys, which would stand unsigned beside it, are refused.
 */
final class RosterJson {

    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private RosterJson() {}

    /** What is signed. */
    static byte[] bytes(Roster roster) {
        return write(json(roster));
    }

    static byte[] file(SealedRoster sealed) {
        ObjectNode file = MAPPER.createObjectNode();
        file.set("roster", json(sealed.roster()));
        file.putObject("seal").put("by", sealed.by().name()).put("signature", sealed.signature());
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /** @throws InvalidException if the bytes are not what {@link #file} writes */
    static SealedRoster read(byte[] bytes) throws InvalidException {
        try {
            JsonNode file = MAPPER.readTree(bytes);
            keys(file, "roster", "seal");
            JsonNode seal = file.get("seal");
            keys(seal, "by", "signature");
            return new SealedRoster(roster(file.get("roster")), Sealer.valueOf(text(seal, "by")),
                    text(seal, "signature"));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new InvalidException();
        }
    }

    private static ObjectNode json(Roster roster) {
        ObjectNode json = MAPPER.createObjectNode().put("format", FORMAT).put("revision", roster.revision());
        json.putObject("store").put("id", roster.store().id()).put("store_key", roster.store().storeKey())
                .put("administration", roster.store().administration());
        ArrayNode users = json.putArray("users");
        roster.users().forEach(user -> users.add(json(user)));
        json.set("recovery", json(roster.recovery()));
        ArrayNode changes = json.putArray("changes");
        roster.changes().forEach(change -> changes.add(json(change)));
        return json;
    }

    private static ObjectNode json(User user) {
        ObjectNode json = MAPPER.createObjectNode().put("name", user.name()).put("role", user.role().name())
                .put("state", user.state().name()).put("disabled", user.disabled()).put("version", user.version());
        json.putObject("argon2id").put("memory_kib", user.cost().memoryKib()).put("passes", user.cost().passes())
                .put("lanes", user.cost().lanes()).put("salt", user.salt());
        json.set("secret", json(user.secret()));
        user.change().ifPresent(change -> json.putObject("change").put("at", change.at().toString())
                .put("kind", change.kind().name()).put("by", change.by()));
        return json;
    }

    private static ObjectNode json(Wrapped wrapped) {
        return MAPPER.createObjectNode().put("nonce", wrapped.nonce()).put("data", wrapped.data());
    }

    static ObjectNode json(IdentityEvent event) {
        ObjectNode json = MAPPER.createObjectNode().put("id", event.id()).put("at", event.at().toString())
                .put("kind", event.kind().name()).put("by", event.by()).put("user", event.user())
                .put("role", event.role().map(Role::name).orElse(null)).put("times", event.times());
        if (!event.session().isEmpty()) {
            json.put("session", event.session());
        }
        event.tried().ifPresent(permission -> json.put("tried", permission.name()));
        return json;
    }

    private static Roster roster(JsonNode json) throws InvalidException {
        keys(json, "format", "revision", "store", "users", "recovery", "changes");
        if (number(json, "format") != FORMAT) {
            throw new InvalidException();
        }
        JsonNode store = json.get("store");
        keys(store, "id", "store_key", "administration");
        List<User> users = new ArrayList<>();
        for (JsonNode user : array(json.get("users"))) {
            users.add(user(user));
        }
        if (users.isEmpty() || users.stream().map(User::name).distinct().count() != users.size()) {
            throw new InvalidException();
        }
        return new Roster(new StoreId(text(store, "id"), text(store, "store_key"), text(store, "administration")),
                number(json, "revision"), users, wrapped(json.get("recovery")), events(json.get("changes")));
    }

    static List<IdentityEvent> events(JsonNode json) throws InvalidException {
        List<IdentityEvent> events = new ArrayList<>();
        for (JsonNode event : array(json)) {
            events.add(event(event));
        }
        return events;
    }

    private static User user(JsonNode json) throws InvalidException {
        // older files do not tell of the last change
        if (json != null && json.has("change")) {
            keys(json, "name", "role", "state", "disabled", "version", "argon2id", "secret", "change");
        } else {
            keys(json, "name", "role", "state", "disabled", "version", "argon2id", "secret");
        }
        JsonNode cost = json.get("argon2id");
        keys(cost, "memory_kib", "passes", "lanes", "salt");
        String name = text(json, "name");
        if (!UserName.of(name).equals(Optional.of(name)) || !json.get("disabled").isBoolean()) {
            throw new InvalidException();
        }
        return new User(name, Role.valueOf(text(json, "role")), User.State.valueOf(text(json, "state")),
                json.get("disabled").booleanValue(), number(json, "version"),
                new PasswordCost(number(cost, "memory_kib"), number(cost, "passes"), number(cost, "lanes")),
                text(cost, "salt"), wrapped(json.get("secret")), change(json.get("change")));
    }

    private static Optional<UserStatus.Change> change(JsonNode json) throws InvalidException {
        if (json == null) {
            return Optional.empty();
        }
        keys(json, "at", "kind", "by");
        return Optional.of(new UserStatus.Change(Instant.parse(text(json, "at")),
                IdentityEvent.Kind.valueOf(text(json, "kind")), text(json, "by")));
    }

    private static Wrapped wrapped(JsonNode json) throws InvalidException {
        keys(json, "nonce", "data");
        return new Wrapped(text(json, "nonce"), text(json, "data"));
    }

    private static IdentityEvent event(JsonNode json) throws InvalidException {
        // older files do not tell of sessions, and only refusals of what was tried
        List<String> names = new ArrayList<>(List.of("id", "at", "kind", "by", "user", "role", "times"));
        Stream.of("session", "tried").filter(name -> json != null && json.has(name)).forEach(names::add);
        keys(json, names.toArray(String[]::new));
        Optional<Role> role = json.get("role").isNull()
                ? Optional.empty()
                : Optional.of(
                        Role.valueOf(text(json, "role")));
        return new IdentityEvent(text(json, "id"), Instant.parse(text(json, "at")),
                IdentityEvent.Kind.valueOf(text(json, "kind")), text(json, "by"), text(json, "user"), role,
                number(json, "times"), json.has("session") ? text(json, "session") : "",
                json.has("tried") ? Optional.of(Permission.valueOf(text(json, "tried"))) : Optional.empty());
    }

    private static JsonNode array(JsonNode json) throws InvalidException {
        if (json == null || !json.isArray()) {
            throw new InvalidException();
        }
        return json;
    }

    private static void keys(JsonNode json, String... names) throws InvalidException {
        if (json == null || !json.isObject()) {
            throw new InvalidException();
        }
        TreeSet<String> found = new TreeSet<>();
        json.fieldNames().forEachRemaining(found::add);
        if (!found.equals(new TreeSet<>(List.of(names)))) {
            throw new InvalidException();
        }
    }

    private static String text(JsonNode json, String name) throws InvalidException {
        if (!json.get(name).isTextual()) {
            throw new InvalidException();
        }
        return json.get(name).textValue();
    }

    private static int number(JsonNode json, String name) throws InvalidException {
        if (!json.get(name).isInt()) {
            throw new InvalidException();
        }
        return json.get(name).intValue();
    }

    private static byte[] write(ObjectNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /** The bytes are no users file of this format. */
    static final class InvalidException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidException() {
            super("no users file of format " + FORMAT);
        }
    }
}
