package bankassistant.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** Tells whether a window can be shown, before JavaFX tries and fills standard error with traces. */
final class Display {

    private Display() {}

    /** Why no window can be shown; nothing when one can, or when the toolkit was told to do without a display. */
    static Optional<String> missing(Surroundings surroundings) {
        return System.getProperty("glass.platform") == null ? missingFor(surroundings) : Optional.empty();
    }

    static Optional<String> missingFor(Surroundings surroundings) {
        if (surroundings.isWindows() || surroundings.isMac()) {
            return Optional.empty();
        }
        if (surroundings.variable("DISPLAY").isEmpty()) {
            return Optional.of(surroundings.variable("WAYLAND_DISPLAY").isPresent()
                    ? "The window needs an X display: Wayland alone does not do, XWayland does."
                    : "There is no display for a window (DISPLAY is not set).");
        }
        if (library("libgtk-3.so.0").isEmpty()) {
            return Optional.of("The window needs GTK 3 (libgtk-3), which is not installed.");
        }
        return opens() ? Optional.empty() : Optional.of("The display that DISPLAY names can't be opened.");
    }

    private static boolean opens() {
        Optional<SymbolLookup> x11 = library("libX11.so.6");
        if (x11.isEmpty()) {
            return false;
        }
        try {
            Linker linker = Linker.nativeLinker();
            MemorySegment display = (MemorySegment) handle(linker, x11.get(), "XOpenDisplay",
                    FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS)).invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            int _ = (int) handle(linker, x11.get(), "XCloseDisplay",
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS)).invokeExact(display);
            return true;
        } catch (Throwable e) {
            // a method handle declares every throwable; whatever it is, there is no display to rely on
            return false;
        }
    }

    @SuppressWarnings("restricted")
    private static java.lang.invoke.MethodHandle handle(Linker linker, SymbolLookup library, String name,
            FunctionDescriptor shape) {
        return linker.downcallHandle(library.findOrThrow(name), shape);
    }

    /** Libraries stay loaded: the toolkit uses the same ones. */
    @SuppressWarnings("restricted")
    private static Optional<SymbolLookup> library(String name) {
        try {
            return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
