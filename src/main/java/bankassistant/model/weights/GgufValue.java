package bankassistant.model.weights;

import java.util.Optional;

/** The numbers of GGUF's metadata types. */
final class GgufValue {

    static final int UINT8 = 0;
    static final int INT8 = 1;
    static final int UINT16 = 2;
    static final int INT16 = 3;
    static final int UINT32 = 4;
    static final int INT32 = 5;
    static final int FLOAT32 = 6;
    static final int BOOL = 7;
    static final int STRING = 8;
    static final int ARRAY = 9;
    static final int UINT64 = 10;
    static final int INT64 = 11;
    static final int FLOAT64 = 12;

    private GgufValue() {}

    /** The least bytes an array's element takes; empty for types that an array can't hold here. */
    static Optional<Integer> leastBytes(int type) {
        return switch (type) {
            case UINT8, INT8, BOOL -> Optional.of(1);
            case UINT16, INT16 -> Optional.of(2);
            case UINT32, INT32, FLOAT32 -> Optional.of(4);
            case UINT64, INT64, FLOAT64, STRING -> Optional.of(8);
            default -> Optional.empty();
        };
    }
}
