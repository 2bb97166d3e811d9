package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the pickle of a PyTorch state dict: names and where their tensors lie. A pickle is a program for a stack machine
 * (Python's {@code pickletools} describes its opcodes); this machine knows only the opcodes that build dictionaries and
 * tuples, and only the six names that tensors need. Nothing is ever called: those names make records here, every other
 * is refused.
 */
final class TorchPickle {

    /** A tensor's place in a storage, counted in values. */
    record TensorRef(TensorType type, String storage, long storageValues, long offset, int[] shape, long[] strides) {}

    private record Global(String name) {}

    private record Storage(TensorType type, String key, long values) {}

    private enum Special {
        MARK, NONE
    }

    private static final Map<String, TensorType> STORAGES = Map.of("torch.FloatStorage", TensorType.F32,
            "torch.HalfStorage", TensorType.F16, "torch.BFloat16Storage", TensorType.BF16);
    private static final String ORDERED_DICT = "collections.OrderedDict";
    private static final String REBUILD_TENSOR = "torch._utils._rebuild_tensor_v2";
    private static final String REBUILD_PARAMETER = "torch._utils._rebuild_parameter";

    private final Path file;
    private final ByteBuffer in;
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    private TorchPickle(Path file, byte[] pickle) {
        this.file = file;
        this.in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Map<String, TensorRef> read(Path file, byte[] pickle) throws ModelFileException {
        Object result = new TorchPickle(file, pickle).run();
        if (!(result instanceof Map<?, ?> entries)) {
            throw new ModelFileException(file, "data.pkl", "is not a state dict");
        }
        Map<String, TensorRef> tensors = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            if (!(entry.getValue() instanceof TensorRef tensor)) {
                throw new ModelFileException(file, "data.pkl", "has an entry that is no tensor");
            }
            tensors.put((String) entry.getKey(), tensor);
        }
        return tensors;
    }

    private Object run() throws ModelFileException {
        while (true) {
            int opcode = Byte.toUnsignedInt(take(1).get());
            if (opcode == '.') {
                return pop();
            }
            step(opcode);
        }
    }

    private void step(int opcode) throws ModelFileException {
        switch (opcode) {
            case 0x80 -> requireProtocol();
            case 0x95 -> take(8); // FRAME: only a hint for buffering
            case '(' -> stack.push(Special.MARK);
            case '0' -> pop();
            case 'N' -> stack.push(Special.NONE);
            case 0x88 -> stack.push(Boolean.TRUE);
            case 0x89 -> stack.push(Boolean.FALSE);
            case 'K' -> stack.push((long) Byte.toUnsignedInt(take(1).get()));
            case 'M' -> stack.push((long) Short.toUnsignedInt(take(2).getShort()));
            case 'J' -> stack.push((long) take(4).getInt());
            case 0x8a -> stack.push(longInteger());
            case 'X' -> stack.push(text(take(4).getInt()));
            case 0x8c -> stack.push(text(Byte.toUnsignedInt(take(1).get())));
            case '}' -> stack.push(new LinkedHashMap<String, Object>());
            case ')' -> stack.push(List.of());
            case 't' -> stack.push(popToMark());
            case 0x85 -> stack.push(popTuple(1));
            case 0x86 -> stack.push(popTuple(2));
            case 0x87 -> stack.push(popTuple(3));
            case 's' -> putAll(popTuple(2));
            case 'u' -> putAll(popToMark());
            case 'q' -> memo.put(Byte.toUnsignedInt(take(1).get()), peek());
            case 'r' -> memo.put(take(4).getInt(), peek());
            case 0x94 -> memo.put(memo.size(), peek());
            case 'h' -> stack.push(remembered(Byte.toUnsignedInt(take(1).get())));
            case 'j' -> stack.push(remembered(take(4).getInt()));
            case 'c' -> stack.push(global(line() + "." + line()));
            case 0x93 -> stackGlobal();
            case 'Q' -> stack.push(storage(pop()));
            case 'R' -> reduce();
            case 'b' -> build();
            default -> throw refuse("has the opcode 0x%02x, which no tensor needs".formatted(opcode));
        }
    }

    private void requireProtocol() throws ModelFileException {
        int protocol = take(1).get();
        if (protocol < 2 || protocol > 5) {
            throw refuse("has the pickle protocol %d, 2 to 5 are read".formatted(protocol));
        }
    }

    private long longInteger() throws ModelFileException {
        int length = Byte.toUnsignedInt(take(1).get());
        if (length > 8) {
            throw refuse("has a number of %d bytes".formatted(length));
        }
        ByteBuffer bytes = take(length);
        long value = 0;
        for (int i = 0; i < length; i++) {
            value |= (long) Byte.toUnsignedInt(bytes.get()) << 8 * i;
        }
        int unused = 64 - 8 * length;
        return length == 0 ? 0 : value << unused >> unused;
    }

    private void stackGlobal() throws ModelFileException {
        Object name = pop();
        Object module = pop();
        stack.push(global(module instanceof String first && name instanceof String second ? first + "." + second : ""));
    }

    private Global global(String name) throws ModelFileException {
        if (!STORAGES.containsKey(name) && !name.equals(ORDERED_DICT) && !name.equals(REBUILD_TENSOR)
                && !name.equals(REBUILD_PARAMETER)) {
            throw refuse("wants %s, which no tensor needs"
                    .formatted(name.substring(0, Math.min(100, name.length())).replaceAll("\\p{C}", "?")));
        }
        return new Global(name);
    }

    /** A persistent id: {@code ('storage', type, key, device, values)}. */
    private Storage storage(Object id) throws ModelFileException {
        if (id instanceof List<?> parts && parts.size() == 5 && "storage".equals(parts.get(0))
                && parts.get(1) instanceof Global type && STORAGES.containsKey(type.name())
                && parts.get(2) instanceof String key && key.matches("[0-9]{1,9}")
                && parts.get(4) instanceof Long values
                && values >= 0) {
            return new Storage(STORAGES.get(type.name()), key, values);
        }
        throw refuse("refers to a storage in an unknown way");
    }

    private void reduce() throws ModelFileException {
        Object arguments = pop();
        if (!(pop() instanceof Global function) || !(arguments instanceof List<?> values)) {
            throw refuse("calls what is no function");
        }
        stack.push(switch (function.name()) {
            case ORDERED_DICT -> emptyDict(values);
            case REBUILD_TENSOR -> tensor(values);
            case REBUILD_PARAMETER -> parameter(values);
            default -> throw refuse("calls %s".formatted(function.name()));
        });
    }

    private Object emptyDict(List<?> arguments) throws ModelFileException {
        if (!arguments.isEmpty()) {
            throw refuse("makes a dictionary in an unknown way");
        }
        return new LinkedHashMap<String, Object>();
    }

    private Object parameter(List<?> arguments) throws ModelFileException {
        if (arguments.size() == 3 && arguments.get(0) instanceof TensorRef tensor) {
            return tensor;
        }
        throw refuse("makes a parameter in an unknown way");
    }

    private Object tensor(List<?> arguments) throws ModelFileException {
        if (arguments.size() >= 4 && arguments.get(0) instanceof Storage storage
                && arguments.get(1) instanceof Long offset && arguments.get(2) instanceof List<?> sizes
                && arguments.get(3) instanceof List<?> steps && sizes.size() == steps.size() && sizes.size() <= 4) {
            int[] shape = new int[sizes.size()];
            long[] strides = new long[shape.length];
            for (int i = 0; i < shape.length; i++) {
                shape[i] = (int) number(sizes.get(i), 1);
                strides[i] = number(steps.get(i), 0);
            }
            return checked(new TensorRef(storage.type(), storage.key(), storage.values(), offset, shape, strides));
        }
        throw refuse("makes a tensor in an unknown way");
    }

    private long number(Object value, int least) throws ModelFileException {
        if (value instanceof Long number && number >= least && number <= Shapes.MAX_VALUES) {
            return number;
        }
        throw refuse("has a tensor with an impossible size");
    }

    private TensorRef checked(TensorRef tensor) throws ModelFileException {
        long last = tensor.offset();
        boolean inside = last >= 0 && last < tensor.storageValues();
        for (int i = 0; i < tensor.shape().length && inside; i++) {
            // sizes and strides are below 2^31, so one step from inside the storage can't overflow
            last += (tensor.shape()[i] - 1L) * tensor.strides()[i];
            inside = last < tensor.storageValues();
        }
        if (!inside || tensor.storageValues() > Shapes.MAX_VALUES) {
            throw refuse("has a tensor that reaches beyond its storage");
        }
        // strides of 0 would let a small file ask for any amount of memory
        if (Shapes.values(file, "data.pkl", tensor.shape()) > tensor.storageValues()) {
            throw refuse("has a tensor larger than its storage");
        }
        return tensor;
    }

    /** Sets an object's state. State dicts carry {@code _metadata} that way, which says nothing about the values. */
    private void build() throws ModelFileException {
        Object state = pop();
        if (!(peek() instanceof Map<?, ?>) || !(state instanceof Map<?, ?>)) {
            throw refuse("sets the state of what is no dictionary");
        }
    }

    private void putAll(List<Object> entries) throws ModelFileException {
        if (!(peek() instanceof Map<?, ?>) || entries.size() % 2 != 0) {
            throw refuse("fills what is no dictionary");
        }
        @SuppressWarnings("unchecked") // only this class makes the maps
        Map<String, Object> map = (Map<String, Object>) peek();
        for (int i = 0; i < entries.size(); i += 2) {
            if (!(entries.get(i) instanceof String key) || map.putIfAbsent(key, entries.get(i + 1)) != null) {
                throw refuse("has a dictionary key that is no string or appears twice");
            }
        }
    }

    private List<Object> popTuple(int size) throws ModelFileException {
        List<Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(pop());
        }
        Collections.reverse(values);
        return values;
    }

    private List<Object> popToMark() throws ModelFileException {
        List<Object> values = new ArrayList<>();
        for (Object value = take(); value != Special.MARK; value = take()) {
            values.add(value);
        }
        Collections.reverse(values);
        return values;
    }

    private Object pop() throws ModelFileException {
        Object value = take();
        if (value == Special.MARK) {
            throw refuse("has a broken stack");
        }
        return value;
    }

    private Object take() throws ModelFileException {
        peek();
        return stack.pop();
    }

    private Object peek() throws ModelFileException {
        if (stack.isEmpty()) {
            throw refuse("has a broken stack");
        }
        return stack.peek();
    }

    private Object remembered(int key) throws ModelFileException {
        Object value = memo.get(key);
        if (value == null || value == Special.MARK) {
            throw refuse("recalls what it never stored");
        }
        return value;
    }

    private String line() throws ModelFileException {
        int start = in.position();
        while (take(1).get() != '\n') {
            if (in.position() - start > 200) {
                throw refuse("has a name that is too long");
            }
        }
        return new String(in.array(), start, in.position() - start - 1, StandardCharsets.UTF_8);
    }

    private String text(int length) throws ModelFileException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(take(length)).toString();
        } catch (CharacterCodingException e) {
            throw new ModelFileException(file, "data.pkl", "has a text that is not UTF-8", e);
        }
    }

    private ByteBuffer take(int length) throws ModelFileException {
        if (length < 0 || length > in.remaining()) {
            throw refuse("is cut off");
        }
        ByteBuffer slice = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + length);
        return slice;
    }

    private ModelFileException refuse(String reason) {
        return new ModelFileException(file, "data.pkl", reason);
    }
}
