@echo off
rem Nacre's launcher for Windows: finds a JDK, builds what is not built, starts what was asked for.
rem "nacre" alone lists the commands. What needs bash (test, bench) runs under WSL with ./nacre.
setlocal DisableDelayedExpansion
set "HERE=%~dp0"
if "%HERE:~-1%"=="\" set "HERE=%HERE:~0,-1%"
set "STATE=%HERE%\.nacre"
set "COMMAND=%~1"

if "%COMMAND%"=="" goto usage
if "%COMMAND%"=="help" goto usage
if "%COMMAND%"=="-h" goto usage
if "%COMMAND%"=="--help" goto usage
for %%c in (build notebook run repl install uninstall doctor --version) do if "%COMMAND%"=="%%c" goto known
if "%COMMAND%"=="test" (
    echo nacre test needs bash; run ./nacre test under WSL, or mvn verify here.>&2
    exit /b 2
)
echo nacre has no command %COMMAND%.>&2
echo nacre alone lists them.>&2
exit /b 2

:usage
echo Nacre: neural-network layers inside JShell.
echo.
echo   nacre notebook    open the lessons in Jupyter (--no-browser, --port N, --lab)
echo   nacre run FILE    run notebooks without Jupyter, make a web page of each
echo   nacre repl        type Java in the terminal, with the library imported
echo.
echo   nacre build       build what is not built yet
echo   nacre install     make the kernel known to Jupyter (--user, --prefix DIR)
echo   nacre uninstall   take it out again
echo   nacre doctor      what is installed, what is missing, how to mend it
exit /b 0

:known
call :find_jdk
if not defined JDK goto no_jdk
call :build || exit /b 1
if "%COMMAND%"=="build" exit /b 0
call :find_jar
set JAVA="%JDK%\bin\java.exe" -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED
set JAVA=%JAVA% -XX:-OmitStackTraceInFastThrow -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow "-Dnacre.home=%HERE%"
if "%COMMAND%"=="notebook" goto notebook
if "%COMMAND%"=="repl" set JAVA=%JAVA% --add-modules=jdk.incubator.vector
%JAVA% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

rem ---------------------------------------------------------------- Jupyter

:notebook
set "PAGE=notebook"
set "OPTIONS="
shift
:options
if "%~1"=="" goto page
rem cmd takes the = of --port=8889 for a blank, so --port and its number are two words in any case.
if "%~1"=="--lab" (
    set "PAGE=lab"
) else if "%~1"=="--port" (
    set OPTIONS=%OPTIONS% --port=%2
    shift
) else (
    set OPTIONS=%OPTIONS% %1
)
shift
goto options
:page
where jupyter-%PAGE% >nul 2>nul
if errorlevel 1 (
    echo There is no Jupyter on the PATH. Get it:>&2
    echo     py -m pip install notebook>&2
    echo Without Jupyter: nacre run lessons\NAME.ipynb makes a web page of a lesson, nacre repl is the terminal.>&2
    exit /b 1
)
%JAVA% -jar "%JAR%" install --user || exit /b 1
if not exist "%HERE%\lessons" mkdir "%HERE%\lessons"
cd /d "%HERE%\lessons"
call jupyter-%PAGE% -y %OPTIONS%
exit /b %ERRORLEVEL%

rem ---------------------------------------------------------------- the JDK

:find_jdk
set "JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where javac 2^>nul') do call :try "%%~dpj.."
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks") do (
    for /f "delims=" %%j in ('dir /b /ad "%%~r" 2^>nul') do call :try "%%~r\%%j"
)
exit /b 0

rem Takes the folder %1 if it has a JDK 25 or newer and none was found before.
:try
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" for /f "delims=.-+" %%n in ("%%~b") do if %%n geq 25 set "JDK=%~f1"
exit /b 0

:no_jdk
echo Nacre needs a JDK 25 or newer, and none was found (JAVA_HOME, PATH, Program Files). Get one:>&2
echo     winget install EclipseAdoptium.Temurin.25.JDK>&2
echo or from https://adoptium.net>&2
exit /b 1

rem ---------------------------------------------------------------- building

:find_jar
set "JAR="
for %%j in ("%HERE%\kernel\target\nacre-kernel-*.jar") do (echo %%~nj| findstr /e "sources javadoc" >nul || set "JAR=%%~fj")
exit /b 0

rem Builds unless no source is newer than the last build.
:build
call :find_jar
if not defined JAR goto make
if not exist "%STATE%\built" goto make
powershell -NoProfile -Command "$built = (Get-Item '%STATE%\built').LastWriteTime; $newer = Get-ChildItem -Recurse -File '%HERE%\pom.xml','%HERE%\layers-lib\pom.xml','%HERE%\kernel\pom.xml','%HERE%\layers-lib\src\main','%HERE%\kernel\src\main' | Where-Object { $_.LastWriteTime -gt $built }; exit [int][bool]$newer"
if not errorlevel 1 exit /b 0
:make
where mvn >nul 2>nul
if errorlevel 1 (
    echo Nacre is built with Maven, and there is no mvn on the PATH. Get it from https://maven.apache.org>&2
    exit /b 1
)
if not exist "%STATE%" mkdir "%STATE%"
echo Building Nacre ...>&2
set "JAVA_HOME=%JDK%"
call mvn -B -q -f "%HERE%\pom.xml" -pl kernel -am -Dmaven.test.skip=true -Dspotless.check.skip=true package >"%STATE%\build.log" 2>&1
if errorlevel 1 (
    type "%STATE%\build.log" >&2
    exit /b 1
)
echo built>"%STATE%\built"
exit /b 0
