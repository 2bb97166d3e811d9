package bankassistant.audit.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of the database in front of another: a database's file changes from one forcing to the disk to the next at once, by a journal
 * beside it. It lies below the encryption, so that the journal is encrypted as well. The database makes its paths by the class.
 */
public final class JournaledDisk extends FilePathWrapper {

    static final String SCHEME = "journaled:";
    /** Behind the name of the database's file. */
    static final String SUFFIX = ".journal";

    @Override
    public String getScheme() {
        return "journaled";
    }

    /** What the database keeps in other files is for the time being only. */
    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel file = getBase().open(mode);
        if (mode.equals("r") || !getName().endsWith(Database.SUFFIX)) {
            return file;
        }
        try {
            return new JournaledFile(file, new Journal(FilePath.get(getBase() + SUFFIX).open("rw")));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }
}
