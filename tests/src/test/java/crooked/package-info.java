/// A house where every class is on the wrong floor, on purpose: the test of the floors must see it.
package crooked;
