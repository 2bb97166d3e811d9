package bankassistant.app;

import bankassistant.privacy.Masker;
import bankassistant.privacy.Placeholders;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.LogManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log: warnings and errors in {@code assistant.log}, at most four files of 1 MB. Of exceptions it holds the classes
 * and the places but not the messages, since those may repeat what a person typed; personal data in a line is masked. So whoever logs hands over the
 * exception itself and never puts its message into the text; only a refused policy's reason stands there, which tells of
 * the policy file alone.
 */
public final class Logging {

    private Logging() {}

    /**
     * Writes what is logged from now on to a folder. What libraries log through {@code java.util.logging}, by default on
     * the screen, is dropped.
     */
    public static void to(Path folder) {
        LogManager.getLogManager().reset();
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(folder.resolve("assistant.log").toString());
        appender.setEncoder(encoder(context));
        appender.setTriggeringPolicy(atOneMegabyte(context));
        appender.setRollingPolicy(keepThree(context, appender, folder));
        appender.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.setLevel(Level.WARN);
        root.addAppender(appender);
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context) {
        LayoutBase<ILoggingEvent> layout = new WithoutMessages();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> atOneMegabyte(LoggerContext context) {
        SizeBasedTriggeringPolicy<ILoggingEvent> policy = new SizeBasedTriggeringPolicy<>();
        policy.setContext(context);
        policy.setMaxFileSize(FileSize.valueOf("1MB"));
        policy.start();
        return policy;
    }

    private static FixedWindowRollingPolicy keepThree(LoggerContext context, RollingFileAppender<?> appender,
            Path folder) {
        FixedWindowRollingPolicy policy = new FixedWindowRollingPolicy();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(folder.resolve("assistant.%i.log").toString());
        policy.setMinIndex(1);
        policy.setMaxIndex(3);
        policy.start();
        return policy;
    }

    /** One line an event, then the classes and places of its exception. */
    private static final class WithoutMessages extends LayoutBase<ILoggingEvent> {

        private final Masker masker = Masker.ofForms();

        @Override
        public String doLayout(ILoggingEvent event) {
            StringBuilder text = new StringBuilder().append(Instant.ofEpochMilli(event.getTimeStamp())).append(' ')
                    .append(event.getLevel()).append(' ').append(event.getLoggerName()).append(' ')
                    .append(masked(event.getFormattedMessage())).append('\n');
            for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
                text.append("  ").append(thrown.getClassName()).append('\n');
                for (StackTraceElementProxy frame : thrown.getStackTraceElementProxyArray()) {
                    text.append("    ").append(frame.getSTEAsString()).append('\n');
                }
            }
            return text.toString();
        }

        /** The second line: what is logged should hold no personal data in the first place. */
        private String masked(String message) {
            try {
                return masker.mask(message, new Placeholders()).value();
            } catch (RuntimeException e) {
                return "(could not be masked, " + e.getClass().getSimpleName() + ")";
            }
        }
    }
}
