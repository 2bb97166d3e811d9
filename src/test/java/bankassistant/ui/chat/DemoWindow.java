package bankassistant.ui.chat;

import bankassistant.ui.FakeAccess;
import bankassistant.ui.FakeDesks;
import bankassistant.ui.NoDisplayException;
import bankassistant.ui.WindowLauncher;
import bankassistant.ui.audit.FakeRecords;
import java.io.IOException;
import java.nio.file.Path;

/** The window with answers learned by heart, to look at it without a model. */
public final class DemoWindow {

    private DemoWindow() {}

    public static void main(String[] arguments) throws NoDisplayException, IOException {
        WindowLauncher.run(new FakeDesks(progress -> {
            progress.accept("Reading the policies");
            Thread.sleep(Integer.getInteger("demo.start.ms", 2_000));
            return new FakeChat();
        }, new FakeRecords(100_000), Path.of("target")), FakeAccess.signedIn());
    }
}
