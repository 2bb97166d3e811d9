package bankassistant.ui.users;

import bankassistant.identity.IdentityEvent;
import bankassistant.identity.Role;
import bankassistant.identity.UserStatus;
import bankassistant.ui.shell.Messages;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Users in words. */
final class UserWords {

    private final Messages messages;
    private final DateTimeFormatter time;

    /** @param zone the administrator's */
    UserWords(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.time = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(zone);
    }

    String role(Role role) {
        return messages.text("users.role." + key(role));
    }

    String duties(Role role) {
        return messages.text("users.role." + key(role) + ".text");
    }

    String state(UserStatus user) {
        return messages.text("users.state." + key(user.state()));
    }

    String stateText(UserStatus user) {
        return messages.text("users.state." + key(user.state()) + ".text");
    }

    /** What was last done to the user, by whom and when. */
    String change(UserStatus user) {
        return user.change()
                .map(change -> act(user.name(), change) + " \u00b7 " + time.format(change.at()))
                .orElse(messages.text("users.change.none"));
    }

    private String act(String name, UserStatus.Change change) {
        boolean alone = change.kind() == IdentityEvent.Kind.USER_ENROLLED && change.by().equals(name);
        return messages.text("users.change." + key(change.kind()) + (alone ? ".alone" : ""), change.by());
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
