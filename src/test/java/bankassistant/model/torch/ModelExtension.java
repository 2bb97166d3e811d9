package bankassistant.model.torch;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all tests of a run the same {@link TestModels}, closed after the last one. */
public final class ModelExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestModels.class;
    }

    @Override
    public TestModels resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(ModelExtension.class)).computeIfAbsent(TestModels.class,
                _ -> new TestModels(), TestModels.class);
    }
}
