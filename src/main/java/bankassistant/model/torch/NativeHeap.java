package bankassistant.model.torch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heap of the C library, where tensors live. GNU's keeps what is freed between other things, a hundred megabytes
 * after a model was loaded; other libraries give it back by themselves.
 */
public final class NativeHeap {

    private static final Logger LOG = LoggerFactory.getLogger(NativeHeap.class);

    private NativeHeap() {}

    /** Gives freed memory back to the operating system, where that has to be asked for; takes milliseconds. */
    // the launcher enables native access
    @SuppressWarnings("restricted")
    public static void giveBack() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> trim = linker.defaultLookup().find("malloc_trim");
        if (trim.isEmpty()) {
            return;
        }
        try {
            int _ = (int) linker.downcallHandle(trim.get(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)).invokeExact(0L);
        } catch (Throwable e) {
            LOG.warn("The native heap was not trimmed", e);
        }
    }
}
