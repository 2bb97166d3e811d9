package bankassistant.ui.signin;

import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;

/** Signing in, or unlocking. */
public final class SignInScreen implements Screen {

    private final SignInController controller;
    private final Messages messages;
    private final Optional<Runnable> leave;
    private final Parent root;

    /**
     * @param leave ends the locked session so that somebody else can sign in; nothing when nobody is signed in
     * @param demo  names and passwords of those who come in by a button
     */
    public SignInScreen(SignInViewModel model, Messages messages, Optional<Runnable> leave, Map<String, String> demo) {
        this.controller = new SignInController(model, messages, demo);
        this.messages = messages;
        this.leave = leave;
        root = Cards.load("sign-in.fxml", controller, messages);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Node> actions() {
        return leave.<List<Node>>map(action -> {
            Button out = new Button(messages.text("session.sign.out"));
            out.setId("leave");
            out.setMnemonicParsing(true);
            out.setOnAction(_ -> action.run());
            return List.of(out);
        }).orElse(List.of());
    }

    @Override
    public void focusStart() {
        controller.focusStart();
    }
}
