package bankassistant.model.torch;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * A network given as TorchScript text. Its methods take tensors, integers and lists of tensors, and may keep weights in
 * the module. To be used and closed on the {@link TorchThread}.
 */
final class TorchScript implements AutoCloseable {

    private final Model model;
    private final PtSymbolBlock block;

    /** Loads the resources of these names beside this class as one text. */
    TorchScript(String... resources) {
        String resource = resources[0];
        model = Model.newInstance(resource, Device.cpu(), "PyTorch");
        try {
            model.load(TorchScriptArchive.pack(resources), Map.of());
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw new IllegalStateException("the engine does not accept " + resource + ": " + e.getMessage(), e);
        }
        block = (PtSymbolBlock) model.getBlock();
    }

    /** The parent of all tensors of this network. */
    NDManager manager() {
        return model.getNDManager();
    }

    /**
     * Calls a method without recording gradients.
     *
     * @param manager   who owns the results
     * @param arguments each an {@link NDArray}, an {@link NDList}, a {@code long} or a {@code double}
     * @return the tensor or tensors that the method returns
     */
    NDList call(NDManager manager, String method, Object... arguments) {
        IValue[] values = Arrays.stream(arguments).map(TorchScript::value).toArray(IValue[]::new);
        try (IValue result = IValueUtils.runMethod(block, method, values)) {
            return result.toNDList((PtNDManager) manager);
        } finally {
            Arrays.stream(values).forEach(IValue::close);
        }
    }

    /**
     * Calls a method that may record gradients, and whose tensors may be kept for such calls: those made by
     * {@link #call} may not.
     *
     * @param manager   who owns the results
     * @param arguments all that the method takes are tensors
     */
    NDList callRecording(NDManager manager, String method, NDArray... arguments) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray name = scope.create(0f);
            name.setName("module_method:" + method);
            NDList inputs = new NDList(arguments);
            inputs.add(name);
            JniUtils.setGradMode(true);
            NDList results = block.forward(new ParameterStore(scope, false), inputs, true);
            results.attach(manager);
            return results;
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    private static IValue value(Object argument) {
        return switch (argument) {
            case NDArray array -> IValue.from((PtNDArray) array);
            case NDList list -> IValue.listFrom(list.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
            case Long number -> IValue.from(number);
            case Integer number -> IValue.from(number.longValue());
            case Double number -> IValue.from(number);
            default -> throw new IllegalArgumentException("no TorchScript value: " + argument.getClass());
        };
    }

    @Override
    public void close() {
        model.close();
    }
}
