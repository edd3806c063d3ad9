/// The numbers of the library against those of real Keras.
package nacre.tests.parity;
