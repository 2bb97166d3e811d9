package bankassistant.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All users at one time.
 *
 * @param revision grows by one with each change of the file
 * @param users    in the order in which they were added; nobody is ever removed
 * @param recovery file key and administration key, 64 bytes, under the recovery key
 * @param changes  that are not in the records yet, oldest first
 */
record Roster(StoreId store, long revision, List<User> users, Wrapped recovery, List<IdentityEvent> changes) {

    Roster {
        users = List.copyOf(users);
        changes = List.copyOf(changes);
    }

    Optional<User> user(String name) {
        return users.stream().filter(user -> user.name().equals(name)).findAny();
    }

    /** With the user added, or in the place of the one of the same name, and the change noted. */
    Roster with(User user, IdentityEvent.Kind kind, Doer by, Instant at) {
        List<User> now = new ArrayList<>(users);
        int place = now.stream().map(User::name).toList().indexOf(user.name());
        User noted = user.with(new UserStatus.Change(at, kind, by.user()));
        if (place < 0) {
            now.add(noted);
        } else {
            now.set(place, noted);
        }
        long next = revision + 1;
        List<IdentityEvent> all = new ArrayList<>(changes);
        all.add(new IdentityEvent("users-" + next, at, kind, by.user(), user.name(), Optional.of(user.role()), 1,
                by.session()));
        return new Roster(store, next, now, recovery, all);
    }

    /** Without the changes that are in the records now. */
    Roster without(List<IdentityEvent> recorded) {
        List<String> ids = recorded.stream().map(IdentityEvent::id).toList();
        return new Roster(store, revision + 1, users, recovery,
                changes.stream().filter(change -> !ids.contains(change.id())).toList());
    }
}
