package bankassistant.identity;

import static bankassistant.identity.Permission.AGREE_TO_OLDER_STORE;
import static bankassistant.identity.Permission.ASK;
import static bankassistant.identity.Permission.CHANGE_OWN_PASSWORD;
import static bankassistant.identity.Permission.CHANGE_SETTINGS;
import static bankassistant.identity.Permission.EXPIRE_RECORDS;
import static bankassistant.identity.Permission.EXPORT_RECORDS;
import static bankassistant.identity.Permission.HOLD_RECORDS;
import static bankassistant.identity.Permission.MANAGE_MODELS;
import static bankassistant.identity.Permission.MANAGE_POLICIES;
import static bankassistant.identity.Permission.MANAGE_USERS;
import static bankassistant.identity.Permission.PRESENT;
import static bankassistant.identity.Permission.READ_ALL_RECORDS;
import static bankassistant.identity.Permission.READ_OWN_HISTORY;
import static bankassistant.identity.Permission.VERIFY_RECORDS;
import static bankassistant.identity.Permission.VOUCH;

import java.util.Set;

/** The one table of who may do what. What is not in it is refused. */
public final class Permissions {

    private Permissions() {}

    /** All that a role may do. */
    public static Set<Permission> of(Role role) {
        return switch (role) {
            case TELLER -> Set.of(ASK, READ_OWN_HISTORY, VOUCH, CHANGE_OWN_PASSWORD);
            case PRESENTER -> Set.of(ASK, PRESENT, CHANGE_OWN_PASSWORD);
            case AUDITOR -> Set.of(READ_ALL_RECORDS, EXPORT_RECORDS, VERIFY_RECORDS, EXPIRE_RECORDS, HOLD_RECORDS,
                    AGREE_TO_OLDER_STORE, CHANGE_OWN_PASSWORD);
            case ADMINISTRATOR -> Set.of(MANAGE_USERS, MANAGE_MODELS, MANAGE_POLICIES, CHANGE_SETTINGS,
                    AGREE_TO_OLDER_STORE, CHANGE_OWN_PASSWORD);
        };
    }

    public static boolean allows(Role role, Permission permission) {
        return of(role).contains(permission);
    }

    /** @throws NotPermittedException if the person's role does not have the permission */
    public static void require(SignedIn who, Permission permission) {
        if (!allows(who.role(), permission)) {
            throw new NotPermittedException(who.role(), permission);
        }
    }
}
