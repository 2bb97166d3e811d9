package bankassistant.model.training;

/**
 * A parameter that training changes.
 *
 * @param name   as PEFT's {@code adapter_model.safetensors} has it, or the head's own name
 * @param shape  sizes of its dimensions, each at least 1; row-major
 * @param decays whether weight decay pulls it to zero: not so for biases and norms
 */
public record Parameter(String name, long[] shape, boolean decays) {

    public Parameter {
        shape = shape.clone();
        for (long size : shape) {
            if (size < 1) {
                throw new IllegalArgumentException(name + " has a dimension of size " + size);
            }
        }
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    /** How many numbers it is. */
    public int values() {
        long values = 1;
        for (long size : shape) {
            values = Math.multiplyExact(values, size);
        }
        return Math.toIntExact(values);
    }
}
