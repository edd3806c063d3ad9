package nacre.lesson;

import static nacre.lesson.Answers.assertHint;
import static nacre.lesson.Answers.assertRight;
import static nacre.lesson.Lesson.check;

import nacre.data.Data;
import nacre.layers.convolutional.Conv2D;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.pooling.MaxPooling2D;
import nacre.layers.regularization.Dropout;
import nacre.layers.reshaping.Flatten;
import nacre.models.Model;
import nacre.models.Sequential;
import nacre.training.optimizers.Adam;
import org.junit.jupiter.api.Test;

class CnnExercisesTest {
    private static final String COUNT = "cnn-parameters";
    private static final String HALF = "cnn-half";

    @Test
    void parametersOfAConvolutionAreCounted() {
        assertRight(check(COUNT, 12832));
        assertHint("add to its sum", check(COUNT, 12800));
        assertHint("one bias for each filter", check(COUNT, 12801));
        assertHint("all channels", check(COUNT, 832));
        assertHint("as high as it is wide", check(COUNT, 2592));
        assertHint("come about", check(COUNT, 7));
    }

    @Test
    void aSmallNetworkWithAWiderPoolingIsGoodEnoughForBothExercises() {
        Model trained = network(3);
        trained.fit(Data.digits(4000, 7)).epochs(6).verbose(0).run();
        assertRight(check("cnn-accuracy", trained));
        assertRight(check(HALF, trained));
    }

    @Test
    void whatIsTooLargeOrUntrainedIsTold() {
        assertHint("Most are in the Dense", check(HALF, network(2)));
        assertHint("not yet good", check(HALF, network(3)));
        assertHint("more epochs", check("cnn-accuracy", network(3)));
    }

    @Test
    void aModelOfSomethingElseIsTold() {
        var model = Sequential.of(Input.of(28, 28, 1), new Flatten(), new Dense(3));
        assertHint("10 for each are needed", check("cnn-accuracy", model));
    }

    private static Model network(int lastPooling) {
        var model =
                Sequential.of(
                                Input.of(28, 28, 1),
                                new Conv2D(6, 3).activation("relu"),
                                new MaxPooling2D(2),
                                new Conv2D(16, 3).activation("relu"),
                                new MaxPooling2D(lastPooling),
                                new Flatten(),
                                new Dropout(0.25),
                                new Dense(10).activation("softmax"))
                        .seed(7);
        model.compile(new Adam(0.004), "sparse_categorical_crossentropy", "accuracy");
        return model;
    }
}
