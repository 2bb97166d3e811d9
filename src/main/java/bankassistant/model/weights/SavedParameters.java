package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import bankassistant.model.training.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what an adapter with a head was trained to, so that a training can go on from there. */
public final class SavedParameters {

    private SavedParameters() {}

    /**
     * The values of all parameters, in their order.
     *
     * @param folder with {@code adapter_model.safetensors} and {@code head.safetensors}
     * @throws ModelFileException naming file and tensor, if one is missing or of another shape, such as of another rank
     */
    public static List<float[]> read(Path folder, List<Parameter> parameters) throws ModelFileException {
        try (SafetensorsFile adapter = SafetensorsFile.open(folder.resolve("adapter_model.safetensors"));
                SafetensorsFile head = SafetensorsFile.open(folder.resolve("head.safetensors"))) {
            List<float[]> values = new ArrayList<>();
            for (Parameter parameter : parameters) {
                SafetensorsFile file = PeftFolder.isAdapter(parameter) ? adapter : head;
                int[] shape = file.shape(parameter.name());
                int[] wanted = Arrays.stream(parameter.shape()).mapToInt(Math::toIntExact).toArray();
                Shapes.requireEqual(file.path(), parameter.name(), shape, wanted);
                values.add(file.floats(parameter.name()));
            }
            return values;
        }
    }
}
