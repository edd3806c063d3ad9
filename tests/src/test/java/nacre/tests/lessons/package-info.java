/// What the files of the lessons have to have, without running them.
package nacre.tests.lessons;
