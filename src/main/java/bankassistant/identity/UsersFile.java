package bankassistant.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The file of users. It lies outside the encrypted store, since it is needed before that opens. */
final class UsersFile {

    private final LockedFile file;

    UsersFile(Path folder) {
        this.file = new LockedFile(folder.resolve("users.json"));
    }

    /** @throws SignInException if it can't be read as a users file */
    Optional<SealedRoster> read() throws IOException {
        Optional<byte[]> bytes = file.read();
        return bytes.isEmpty() ? Optional.empty() : Optional.of(parse(bytes.get()));
    }

    /** @throws SignInException if there is none */
    SealedRoster required() throws IOException {
        return read().orElseThrow(() -> new SignInException(SignInException.Reason.NOT_SET_UP));
    }

    /** @throws IdentityException if there is one already */
    void make(SealedRoster first) throws IOException {
        file.alone(() -> {
            if (file.read().isPresent()) {
                throw new IdentityException("There are users already. Set-up is done once.");
            }
            file.write(RosterJson.file(first));
            return first;
        });
    }

    /**
     * Replaces the roster, signed by who changes it. Both keys of the store must be the ones they know from their own wrapped key.
     *
     * @throws SignInException if the file was altered by something else
     */
    Roster change(StoreId known, RoleKey key, UnaryOperator<Roster> change) throws IOException {
        return file.alone(() -> {
            SealedRoster now = required();
            if (!now.roster().store().equals(known) || !now.isGenuine()) {
                throw new SignInException(SignInException.Reason.ALTERED);
            }
            Roster changed = change.apply(now.roster());
            file.write(RosterJson.file(SealedRoster.seal(changed, key)));
            return changed;
        });
    }

    private static SealedRoster parse(byte[] bytes) {
        try {
            return RosterJson.read(bytes);
        } catch (RosterJson.InvalidException e) {
            throw new SignInException(SignInException.Reason.ALTERED);
        }
    }
}
